import { expect, test } from "vitest";
import { buildRunLog } from "../../../client/parts/run-log.ts";
import { readReference } from "../../shared/reference.ts";

test("a run's log is the course's: a line an epoch, then its errors to four decimals", () => {
  const { trainLoss, metrics } = readReference("anomaly-40");
  const lines = buildRunLog({ trainLoss }, metrics).split("\n");
  expect(lines).toHaveLength(54);
  expect([lines[0], lines[49]]).toEqual([
    "Epoch: 0 | Train loss: 1.1518",
    `Epoch: 49 | Train loss: ${trainLoss[49]?.toFixed(4)}`,
  ]);
  expect(lines.slice(50)).toEqual([
    "Training loss: 0.2138",
    "Test loss: 0.6501",
    "Loss on random data: 1.0829",
    "AUROC: 0.9954",
  ]);
});
