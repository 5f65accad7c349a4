import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Choice, Engine, TrainingEvent, TrainingOptions } from "./events.ts";
import { concludeRun, diverged } from "./outcome.ts";
import { makePace, makeStopwatch } from "./pace.ts";

export type ProcessorOptions = {
  readonly choice: Choice;
  readonly digits: Digits;
  /** An instance of its own for each run. */
  readonly openKernels: () => Promise<Kernels>;
};

/** One update of a run; `trainLoss` is that of its epoch, with the epoch's last update, and null before. */
type Step = { readonly epoch: number; readonly trainLoss: number | null; weights(): Weights };

/**
 * An engine on the processor: takes step after step of `steps`, lets messages in between them, and tells what happens. What
 * `steps` prepares at its start counts as training, for the first run that needs it.
 */
export function makeProcessorEngine(
  { choice, digits, openKernels }: ProcessorOptions,
  steps: (spec: ExperimentSpec, kernels: Kernels) => Iterable<Step>,
): Engine {
  async function* train(
    spec: ExperimentSpec,
    { signal, snapshots }: TrainingOptions,
  ): AsyncGenerator<TrainingEvent, void> {
    yield { type: "started", spec, ...choice };
    const trainLoss: number[] = [];
    const pace = makePace();
    const kernels = await openKernels();
    const watch = makeStopwatch();
    let last: Weights = new Map();
    for (const { epoch, trainLoss: loss, weights } of steps(spec, kernels)) {
      watch.stop();
      if (pace.isDue()) await pace.rest();
      if (signal.aborted) return;
      if (loss !== null) {
        if (!Number.isFinite(loss)) {
          yield diverged(spec, epoch);
          return;
        }
        trainLoss.push(loss);
        yield { type: "epoch", epoch, trainLoss: loss, ...(snapshots ? { weights: weights() } : {}) };
        if (signal.aborted) return;
        if (epoch === spec.epochs - 1) last = weights();
      }
      watch.start();
    }
    yield concludeRun({ spec, digits, trainLoss, weights: last, durationMs: watch.readMs() });
  }

  return { choice, train, dispose() {} };
}
