import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import type { Scoring } from "../../shared/metrics/evaluate.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { TrainingState } from "../../shared/training/training-state.ts";
import { beginRun } from "./begin-run.ts";
import { areFinite, makeCheckpointPace } from "./checkpoint-pace.ts";
import type { Choice, Engine, TrainingEvent, TrainingOptions } from "./events.ts";
import { inFloats } from "./in-floats.ts";
import { concludeRun, diverged } from "./outcome.ts";
import { makePace, makeStopwatch } from "./pace.ts";
import { quietMs } from "./quiet.ts";

export type ProcessorOptions = {
  readonly choice: Choice;
  readonly digits: Digits;
  /** Asked once by an engine: a new instance for each run would leave its memory to be collected. */
  readonly openKernels: () => Promise<Kernels>;
};

/** One update of a run; `trainLoss` is that of its epoch, with the epoch's last update, and null before. */
type Step = {
  readonly epoch: number;
  readonly trainLoss: number | null;
  weights(): Weights;
  state(): TrainingState;
};

export type ProcessorMethod = {
  readonly steps: (
    spec: ExperimentSpec,
    kernels: Kernels,
    from: TrainingState | null,
  ) => Iterable<Step> | Promise<Iterable<Step>>;
  /** How what was trained is scored, on the same kernels. */
  readonly scoring: (spec: ExperimentSpec, weights: Weights, kernels: Kernels) => Scoring | Promise<Scoring>;
};

/**
 * An engine on the processor: takes step after step of `steps`, lets messages in between them, and tells what happens. What
 * `steps` prepares at its start counts as training, for the first run that needs it.
 */
export function makeProcessorEngine(
  { choice, digits, openKernels }: ProcessorOptions,
  { steps, scoring }: ProcessorMethod,
): Engine {
  let kernels: Kernels | null = null;
  // Of all runs: many short ones must let messages in, too.
  const pace = makePace();

  async function* train(
    spec: ExperimentSpec,
    { signal, snapshots, checkpoints = null, from }: TrainingOptions,
  ): AsyncGenerator<TrainingEvent, void> {
    const { first, history, state: start } = beginRun(spec, choice, from);
    yield first;
    const due = makeCheckpointPace(checkpoints?.everyMs ?? 0);
    kernels ??= await openKernels();
    const instance = kernels;
    const watch = makeStopwatch(quietMs(spec, "kernels"));
    const checkpoint = (state: () => TrainingState): readonly TrainingEvent[] => {
      const taken = due.take({ spec, engine: choice.engine, device: choice.device, history }, state);
      return taken === null ? [] : [{ type: "checkpoint", checkpoint: taken }];
    };
    let last: Weights = start === null ? new Map() : inFloats(start.weights);
    for (const { epoch, trainLoss: loss, weights, state } of await steps(spec, instance, start)) {
      watch.stop();
      if (pace.isDue()) await pace.rest();
      if (loss !== null && !Number.isFinite(loss)) {
        yield diverged(spec, epoch);
        return;
      }
      if (loss !== null) history.trainLoss.push(loss);
      if (loss !== null && !signal.aborted) {
        const model = snapshots ? weights() : null;
        const sound = model !== null && areFinite(model) ? { weights: model } : {};
        yield { type: "epoch", epoch, trainLoss: loss, ...sound };
      }
      const isLast = loss !== null && epoch === spec.epochs - 1;
      if (isLast) last = weights();
      const isEnd = isLast || signal.aborted;
      if (checkpoints !== null && (isEnd ? checkpoints.ofEnd : due.isDue())) yield* checkpoint(state);
      if (signal.aborted) return;
      if (isLast) break;
      watch.start();
    }
    const durationMs = watch.readMs();
    const means = await scoring(spec, last, instance);
    yield concludeRun({ spec, digits, history, weights: last, durationMs, scoring: means });
  }

  return { choice, train, dispose() {} };
}
