import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { trainByMoments } from "../../shared/training/moments.ts";
import { trainMoments } from "../../shared/training/second-moments.ts";
import type { Choice, Engine, TrainingEvent, TrainingOptions } from "./events.ts";
import { memoByJson } from "./memo.ts";
import { concludeRun, diverged } from "./outcome.ts";
import { makePace, makeStopwatch } from "./pace.ts";

/** Exact training of linear models on the processor; the runs of a sweep share the second moments of their split. */
export function makeMomentsEngine({
  choice,
  digits,
  openKernels,
}: {
  choice: Choice;
  digits: Digits;
  /** An instance of its own for each run. */
  openKernels: () => Promise<Kernels>;
}): Engine {
  const momentsOf = memoByJson((dataset: ExperimentSpec["dataset"]) => trainMoments(dataset, digits));

  async function* train(
    spec: ExperimentSpec,
    { signal, snapshots }: TrainingOptions,
  ): AsyncGenerator<TrainingEvent, void> {
    yield { type: "started", spec, ...choice };
    const trainLoss: number[] = [];
    const pace = makePace();
    const kernels = await openKernels();
    const watch = makeStopwatch();
    const run = trainByMoments(spec, momentsOf(spec.dataset), kernels);
    let turn = run.next();
    for (; turn.done !== true; turn = run.next()) {
      const { epoch, trainLoss: loss, weights } = turn.value;
      watch.stop();
      if (pace.isDue()) await pace.rest();
      if (signal.aborted) return;
      if (!Number.isFinite(loss)) {
        yield diverged(spec, epoch);
        return;
      }
      trainLoss.push(loss);
      yield { type: "epoch", epoch, trainLoss: loss, ...(snapshots ? { weights: weights() } : {}) };
      if (signal.aborted) return;
      watch.start();
    }
    watch.stop();
    yield concludeRun({ spec, digits, trainLoss, weights: turn.value, durationMs: watch.readMs() });
  }

  return { choice, train, dispose() {} };
}
