import * as tf from "@tensorflow/tfjs-core";
import type { Weights } from "../../../shared/model/weights.ts";
import type { Batch } from "../../../shared/training/batches.ts";
import type { Training } from "./step.ts";
import { readCopies } from "./variables.ts";

/** A wait for the device costs more than a small step, so steps are sent in blocks of about this long. */
const BLOCK_MS = 20;

export type StepResult = { readonly batch: Batch; readonly loss: number; readonly weights?: Weights };

/**
 * Sends up to `limit` steps to the device, then reads their losses (and, after each epoch, the weights where
 * `snapshots` are asked for) in one go. Gives fewer when the batches end, none after that.
 */
export async function runBlock({
  training,
  batches,
  limit,
  snapshots,
}: {
  training: Training;
  batches: Iterator<Batch, void>;
  limit: number;
  snapshots: boolean;
}): Promise<readonly StepResult[]> {
  const sent: { batch: Batch; copies: ReadonlyMap<string, tf.Tensor> | null }[] = [];
  const losses: tf.Scalar[] = [];
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    const batch = next.value;
    losses.push(training.step(batch));
    sent.push({ batch, copies: snapshots && batch.endsEpoch ? training.copyWeights() : null });
    if (sent.length >= limit) break;
  }
  if (sent.length === 0) return [];
  const column = tf.stack(losses);
  tf.dispose(losses);
  const values = await column.data(); // GPU -> CPU wait
  column.dispose();
  const results: StepResult[] = [];
  for (const [i, { batch, copies }] of sent.entries()) {
    const weights = copies === null ? {} : { weights: await readCopies(copies) };
    results.push({ batch, loss: values[i], ...weights });
  }
  return results;
}

/** The next block's length: twice or half the last where that took far less or far more than it should. */
export function nextLimit(limit: number, tookMs: number): number {
  if (tookMs < BLOCK_MS / 2) return limit * 2;
  return tookMs > BLOCK_MS * 2 ? Math.max(1, Math.floor(limit / 2)) : limit;
}
