import * as tf from "@tensorflow/tfjs-core";
import type { Weights } from "../../../shared/model/weights.ts";
import type { Batch } from "../../../shared/training/batches.ts";
import type { GroupBatch, Training } from "./step.ts";

/** A wait for the device costs more than a small epoch, so epochs are sent in blocks of about this long. */
const BLOCK_MS = 20;

/** One epoch of a group: each run's sum of losses over its examples, and its weights afterwards where they were asked for. */
export type EpochResult = {
  readonly epoch: number;
  readonly lossSums: readonly number[];
  readonly weights: readonly Weights[] | null;
};

export type GroupStep = GroupBatch & Pick<Batch, "epoch" | "endsEpoch">;

/** The batches of runs that have equally many, side by side. */
export function* zipBatches(runs: readonly Iterator<Batch, void>[]): Generator<GroupStep, void> {
  for (;;) {
    const each: Batch[] = [];
    for (const run of runs) {
      const next = run.next();
      if (next.done === true) return;
      each.push(next.value);
    }
    const { epoch, endsEpoch, count } = each[0];
    const rows = each.flatMap((batch) => (batch.rows === null ? [] : [batch.rows]));
    yield { epoch, endsEpoch, count, rows: rows.length === 0 ? null : rows };
  }
}

/**
 * Sends up to `limit` epochs to the device, then reads what they left, their losses and weights where `needsWeights` says so,
 * in one go: there is no wait before that. Gives fewer epochs when the batches end, none after that.
 */
export async function runBlock({
  training,
  runs,
  batches,
  limit,
  needsWeights,
}: {
  training: Training;
  runs: number;
  batches: Iterator<GroupStep, void>;
  limit: number;
  needsWeights: (epoch: number) => boolean;
}): Promise<readonly EpochResult[]> {
  const epochs: { epoch: number; counts: number[]; weights: number | null }[] = [];
  const sent: tf.Tensor1D[] = [];
  let counts: number[] = [];
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    const { epoch, endsEpoch, count } = next.value;
    sent.push(training.step(next.value));
    counts.push(count);
    if (!endsEpoch) continue;
    const copied = needsWeights(epoch) ? training.copyWeights() : null;
    if (copied !== null) sent.push(copied);
    epochs.push({ epoch, counts, weights: copied?.size ?? null });
    counts = [];
    if (epochs.length >= limit) break;
  }
  if (sent.length === 0) return [];
  const take = makeReader(await readTogether(sent));
  return epochs.map(({ epoch, counts, weights }) => {
    const lossSums = new Array<number>(runs).fill(0);
    for (const count of counts) for (const [run, loss] of take(runs).entries()) lossSums[run] += loss * count;
    const copied = weights === null ? null : take(weights);
    const models =
      copied === null ? null : Array.from({ length: runs }, (_, run) => training.readWeights(copied, run));
    return { epoch, lossSums, weights: models };
  });
}

/** Brings tensors to the processor, one after the other, and frees them. */
export async function readTogether(tensors: readonly tf.Tensor1D[]): Promise<Float32Array> {
  const [first] = tensors;
  const all = tensors.length === 1 ? first : tf.concat1d([...tensors]);
  const values = await all.data<"float32">(); // GPU -> CPU wait
  tf.dispose([all, ...tensors]);
  return values;
}

/** Gives the numbers in order, as many at a time as are asked for. */
function makeReader(values: Float32Array): (count: number) => Float32Array {
  let from = 0;
  return (count) => {
    from += count;
    return values.subarray(from - count, from);
  };
}

/** The next block's length: twice or half the last where that took far less or far more than it should. */
export function nextLimit(limit: number, tookMs: number): number {
  if (tookMs < BLOCK_MS / 2) return limit * 2;
  return tookMs > BLOCK_MS * 2 ? Math.max(1, Math.floor(limit / 2)) : limit;
}
