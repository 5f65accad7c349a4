import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { trainBySimd } from "../../shared/training/simd/train.ts";
import type { Choice, Engine, TrainingEvent, TrainingOptions } from "./events.ts";
import { concludeRun, diverged } from "./outcome.ts";
import { makePace, makeStopwatch } from "./pace.ts";
import { makeTrainImages } from "./train-images.ts";

export type SimdOptions = {
  readonly choice: Choice;
  readonly digits: Digits;
  /** An instance of its own for each run. */
  readonly openKernels: () => Promise<Kernels>;
};

/** Any spec, on the processor, by kernels that give the same bits on every machine. */
export function makeSimdEngine({ choice, digits, openKernels }: SimdOptions): Engine {
  const trainImages = makeTrainImages(digits);

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
    for (const { epoch, trainLoss: loss, weights } of trainBySimd(spec, trainImages(spec.dataset), kernels)) {
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
