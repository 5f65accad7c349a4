import { expect, test } from "vitest";
import { sayEnding, sayEpoch } from "../../../client/views/epoch-words.ts";
import { readReference } from "../../shared/reference.ts";

const { spec, trainLoss } = readReference("mlp-20");

test("an epoch is said with the loss that the log has for the model then", () => {
  expect(sayEpoch(0, { spec, trainLoss })).toBe(`Before training, loss ${trainLoss[0]?.toFixed(4)}`);
  expect(sayEpoch(12, { spec, trainLoss })).toBe(`After 12 of 50 epochs, loss ${trainLoss[12]?.toFixed(4)}`);
  expect(sayEpoch(50, { spec, trainLoss })).toBe("After 50 of 50 epochs");
});

test("whether a replay is the run itself is said plainly", () => {
  expect(sayEnding({ status: "same" })).toContain("the same weights, to the last bit");
  expect(sayEnding({ status: "close", difference: 0.0012 })).toContain(
    "differ by 0.12 % of the largest at most",
  );
  expect(sayEnding({ status: "close", difference: 1.2e-7 })).toContain(
    "by less than 0.0001 % of the largest",
  );
  expect(sayEnding({ status: "other", difference: 0.5 })).toContain(
    "does not end in this run's weights: they differ by up to 50 %",
  );
});
