import type { History, Metrics } from "../../shared/api/runs.ts";
import { formatLoss } from "./numbers.ts";
import { buildLog } from "./resumption-words.ts";

/** What a run prints in the course's own format: a line an epoch, then its errors to four decimals. */
export function buildRunLog({ trainLoss, resumed }: History, metrics: Metrics): string {
  return [buildLog(trainLoss, resumed ?? []), ...errorLines(metrics)].join("\n");
}

/** The three errors that a part asks for, and the AUROC where there is one. */
export function errorLines({ trainMse, testMse, randomMse, auroc }: Metrics): readonly string[] {
  return [
    `Training loss: ${formatLoss(trainMse)}`,
    `Test loss: ${formatLoss(testMse)}`,
    `Loss on random data: ${formatLoss(randomMse)}`,
    ...(auroc === undefined ? [] : [`AUROC: ${formatLoss(auroc)}`]),
  ];
}
