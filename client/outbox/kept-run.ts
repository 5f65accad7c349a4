import * as z from "zod/mini";
import { Device, EngineName, type Metrics, Resumption, RunId } from "../../shared/api/runs.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { KeptState } from "./run-state.ts";

/** Any number, NaN and Infinity too: a diverged run has them, and stays on this device. */
const anyNumber = z.custom<number>((value) => typeof value === "number");

/** A finished run as a row of IndexedDB, without its history and weights. */
export const KeptRun = z.object({
  id: RunId,
  /** When it was finished, in milliseconds since 1970. */
  keptAt: z.number(),
  spec: ExperimentSpec,
  engine: EngineName,
  device: Device,
  metrics: z.object({
    trainMse: anyNumber,
    testMse: anyNumber,
    randomMse: anyNumber,
    auroc: z.optional(anyNumber),
  }),
  durationMs: z.number(),
  state: KeptState,
});
export type KeptRun = z.infer<typeof KeptRun>;

/** What is too large to be read for a list; a row of its own, under the same id. */
export const KeptContents = z.object({
  id: RunId,
  history: z.object({ trainLoss: z.array(anyNumber), resumed: z.optional(z.array(Resumption)) }),
  weights: z.instanceof(Uint8Array<ArrayBuffer>),
});
export type KeptContents = z.infer<typeof KeptContents>;

/** Whether every number of a run is finite; one that diverged is never sent. */
export function isFiniteRun(run: {
  readonly metrics: Metrics;
  readonly history: { readonly trainLoss: readonly number[] };
}): boolean {
  return (
    Object.values(run.metrics).every((value) => value === undefined || Number.isFinite(value)) &&
    run.history.trainLoss.every(Number.isFinite)
  );
}
