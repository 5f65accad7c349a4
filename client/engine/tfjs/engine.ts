import type { Digits } from "../../../shared/dataset/digits.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { listBatches } from "../../../shared/training/batches.ts";
import type { Backend } from "../devices.ts";
import type { Choice, Engine, TrainingEvent, TrainingOptions } from "../events.ts";
import { concludeRun, diverged } from "../outcome.ts";
import { makeStopwatch, nextTask } from "../pace.ts";
import { makeTrainImages } from "../train-images.ts";
import { useBackend } from "./backends.ts";
import { nextLimit, runBlock } from "./blocks.ts";
import { makeTraining } from "./step.ts";
import { readCopies } from "./variables.ts";

export type TfjsOptions = {
  readonly choice: Choice;
  readonly backend: Backend;
  readonly digits: Digits;
};

/** Any spec, by TensorFlow.js, on one of its backends. Every run frees what it held on the device. */
export function makeTfjsEngine({ choice, backend, digits }: TfjsOptions): Engine {
  const trainImages = makeTrainImages(digits);

  async function* train(spec: ExperimentSpec, options: TrainingOptions): AsyncGenerator<TrainingEvent, void> {
    if (options.from !== null && options.from !== undefined) {
      yield {
        type: "failed",
        reason: "unsupported",
        message: "TensorFlow.js cannot resume a run. Choose simd.",
      };
      return;
    }
    try {
      await useBackend(backend);
      yield { type: "started", spec, ...choice };
      yield* trainEpochs(spec, options);
    } catch (error) {
      // A lost GPU shows as a rejected read-back; on the processor an error is a bug.
      if (choice.device === "processor") throw error;
      yield { type: "failed", reason: "lost", message: deviceMessage(backend, error) };
    }
  }

  async function* trainEpochs(
    spec: ExperimentSpec,
    { signal, snapshots }: TrainingOptions,
  ): AsyncGenerator<TrainingEvent, void> {
    const watch = makeStopwatch();
    const images = trainImages(spec.dataset);
    const examples = images.length / 64;
    const generator = new Mt19937(spec.seed);
    const onProcessor = choice.device === "processor";
    const training = makeTraining({ spec, images, generator, onProcessor });
    try {
      const batches = listBatches(spec, examples, generator);
      const trainLoss: number[] = [];
      let [sum, limit] = [0, 1];
      while (trainLoss.length < spec.epochs) {
        const begun = performance.now();
        const results = await runBlock({ training, batches, limit, snapshots });
        limit = nextLimit(limit, performance.now() - begun);
        watch.stop();
        await nextTask();
        if (signal.aborted) return;
        for (const { batch, loss, weights } of results) {
          sum += loss * batch.count;
          if (!batch.endsEpoch) continue;
          const { epoch } = batch;
          const mean = sum / examples;
          if (!Number.isFinite(mean)) {
            yield diverged(spec, epoch);
            return;
          }
          trainLoss.push(mean);
          sum = 0;
          yield { type: "epoch", epoch, trainLoss: mean, ...(weights === undefined ? {} : { weights }) };
          if (signal.aborted) return;
        }
        watch.start();
      }
      const weights = await readCopies(training.copyWeights());
      watch.stop();
      yield concludeRun({ spec, digits, history: { trainLoss }, weights, durationMs: watch.readMs() });
    } finally {
      training.dispose();
    }
  }

  return { choice, train, dispose() {} };
}

function deviceMessage(backend: Backend, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const api = backend === "webgpu" ? "WebGPU" : "WebGL";
  return `The GPU stopped answering (${api}: ${said.replace(/\.+$/, "")}). Train again, or choose the processor.`;
}
