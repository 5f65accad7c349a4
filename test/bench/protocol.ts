import * as z from "zod/mini";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";

/**
 * What the bench asks of a contender's process: one line of JSON on its standard input. Images are float32, base64, and the
 * same for all specs.
 */
export const Order = z.object({
  specs: z.array(ExperimentSpec),
  train: z.string(),
  test: z.string(),
  random: z.string(),
});
export type Order = z.infer<typeof Order>;

/** What one trained model shows for the time: its first and last epoch's loss, and the mean square errors afterwards. */
const Trained = z.object({
  first: z.number(),
  last: z.number(),
  trainMse: z.number(),
  testMse: z.number(),
  randomMse: z.number(),
});
export type Trained = z.infer<typeof Trained>;

const Done = z.object({ trainMs: z.number(), scoreMs: z.number(), runs: z.array(Trained) });
export type Done = z.infer<typeof Done>;

/** What it answers, a line an order: how long training and scoring took, without reading the order. */
export const Answer = z.union([Done, z.object({ error: z.string() })]);
export type Answer = z.infer<typeof Answer>;
