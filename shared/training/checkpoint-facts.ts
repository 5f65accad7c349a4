import * as z from "zod/mini";
import { Device, EngineName, Resumption } from "../api/runs.ts";
import { DIGITS_COUNT } from "../dataset/digits.ts";
import type { Complaint } from "../explain.ts";
import { MAX_EPOCHS } from "../limits.ts";
import { GENERATOR_WORDS } from "../random/mt19937.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { TrainingState } from "./training-state.ts";

const count = z.int().check(z.minimum(0));
const next = z.int().check(z.minimum(0), z.maximum(GENERATOR_WORDS));
/** What a checkpoint file says of a run beside its tensors, as JSON in the metadata. */
export const CheckpointFacts = z.strictObject({
  version: z.literal(1),
  engine: EngineName,
  device: Device,
  precision: z.enum(["F32", "F64"]),
  epoch: count.check(z.maximum(MAX_EPOCHS)),
  batch: count,
  step: count,
  lossSum: z.number(),
  orderNext: next,
  masksNext: z.nullable(next),
  resumed: z.array(Resumption),
});
export type CheckpointFacts = z.infer<typeof CheckpointFacts>;

/** Every epoch has the same number of batches, one for a full batch, and no more than there are images. */
export function complainOfPlace(
  { epochs, batchSize }: ExperimentSpec,
  { epoch, batch, step }: Pick<TrainingState, "epoch" | "batch" | "step">,
): Complaint | null {
  if (epoch > epochs) return { path: "epoch", message: `expected at most ${epochs}, got ${epoch}` };
  const perEpoch = epoch === 0 ? Math.max(batch + 1, 1) : (step - batch) / epoch;
  const most = batchSize === "full" ? 1 : Math.ceil(DIGITS_COUNT / batchSize);
  if (Number.isInteger(perEpoch) && batch < perEpoch && perEpoch <= most && step === epoch * perEpoch + batch)
    return null;
  return {
    path: "step",
    message: `expected a place in the run, got step ${step}, epoch ${epoch}, batch ${batch}`,
  };
}
