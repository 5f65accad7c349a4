import * as z from "zod/mini";
import type { Split } from "../spec/experiment.ts";

/** What a board may rank by: the Worker's own numbers of a run. */
export const BoardMetric = z.enum(["testMse", "trainMse", "randomMse", "auroc", "tprAt1Fpr", "dPrime"]);
export type BoardMetric = z.infer<typeof BoardMetric>;

const MORE_IS_BETTER: ReadonlySet<BoardMetric> = new Set(["auroc", "tprAt1Fpr", "dPrime"]);

/** Whether the largest value is first; else the least is. */
export function isMoreBetter(metric: BoardMetric): boolean {
  return MORE_IS_BETTER.has(metric);
}

/** Whether a split gives this number: telling images apart needs those of one digit and all others. */
export function isMeasured(metric: BoardMetric, split: Split): boolean {
  return split.kind === "oneDigit" || !isMoreBetter(metric);
}

const NAMES: Readonly<Record<BoardMetric, string>> = {
  testMse: "test error",
  trainMse: "train error",
  randomMse: "error on random data",
  auroc: "AUROC",
  tprAt1Fpr: "share found at 1 % false alarms",
  dPrime: "d′",
};

/** As the head of a column has it. */
export function nameMetric(metric: BoardMetric): string {
  return NAMES[metric];
}
