import type { Digits } from "../../shared/dataset/digits.ts";
import { initialWeights } from "../../shared/model/initial-weights.ts";
import type { Weights } from "../../shared/model/weights.ts";
import { Mt19937 } from "../../shared/random/mt19937.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { countParameters } from "../../shared/spec/parameters.ts";
import { canTrainByMoments } from "../../shared/training/moments.ts";
import type { Trainer } from "./trainer.ts";
import { workLeft } from "./work.ts";

/** A run's model after this many epochs; 0 is the model before training. */
export type Snapshot = { readonly epoch: number; readonly weights: Weights };

const MOST_SNAPSHOTS = 61;
const MOST_SNAPSHOT_BYTES = 32_000_000;
/** Multiply-adds a millisecond on one core of a laptop. */
const USUAL_PACE = 10_000_000;

/** After how many epochs a run's model is kept: the first, the last, and those spread evenly between; fewer of a large model. */
export function snapshotEpochs({ model, epochs }: ExperimentSpec): readonly number[] {
  const room = Math.floor(MOST_SNAPSHOT_BYTES / (4 * countParameters(model.layers)));
  const last = Math.min(epochs, Math.max(2, Math.min(MOST_SNAPSHOTS, room)) - 1);
  return Array.from({ length: last + 1 }, (_, i) => Math.round((i * epochs) / last));
}

/** About how long a replay takes on the processor, in milliseconds. */
export function replayMs(spec: ExperimentSpec): number {
  return workLeft({ spec }) / USUAL_PACE;
}

export type NoReplay =
  | { readonly reason: "stopped" }
  | { readonly reason: "failed"; readonly message: string };

/**
 * A run's models at its `snapshotEpochs`, found by training it again from its seed on the processor, where it comes out the
 * same on every machine. `onEpoch` is told how many epochs are done.
 */
export async function replay(
  trainer: Trainer,
  {
    spec,
    digits,
    signal,
    onEpoch,
  }: {
    readonly spec: ExperimentSpec;
    readonly digits: Digits;
    readonly signal: AbortSignal;
    readonly onEpoch: (done: number) => void;
  },
): Promise<Result<readonly Snapshot[], NoReplay>> {
  const epochs = snapshotEpochs(spec);
  const wanted = new Set(epochs);
  const found = new Map<number, Weights>([[0, initialWeights(spec.model.layers, new Mt19937(spec.seed))]]);
  const preference = canTrainByMoments(spec) ? "moments" : "simd";
  for await (const { event } of trainer.train({
    specs: [spec],
    preference,
    snapshots: true,
    signal,
    digits,
  })) {
    if (event.type === "failed") return failure({ reason: "failed", message: event.message });
    if (event.type !== "epoch") continue;
    const done = event.epoch + 1;
    if (wanted.has(done) && event.weights !== undefined) found.set(done, event.weights);
    onEpoch(done);
  }
  const snapshots = epochs.flatMap((epoch) => {
    const weights = found.get(epoch);
    return weights === undefined ? [] : [{ epoch, weights }];
  });
  return snapshots.length === epochs.length ? success(snapshots) : failure({ reason: "stopped" });
}
