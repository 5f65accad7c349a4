import { describe, expect, test } from "vitest";
import {
  sayGradient,
  sayLoss,
  sayNoise,
  sayRank,
  sayRate,
  sayTooWide,
} from "../../../../client/views/loss/words.ts";
import { describeData } from "../../../../shared/metrics/describe-data.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference } from "../../../shared/reference.ts";

const { spec, metrics } = readReference("mlp-20");

test("the rank of the data is said with the pixels that never change", () => {
  const { spectrum } = describeData(spec.dataset, digits);
  expect(sayRank(spectrum)).toBe(
    "The 1,797 images differ in 61 directions, not 64: 3 pixels never change (row 1 column 1, row 5 column 1, row 5 column 8). The train images have the same rank. A linear model with 61 hidden units could give every train image back without an error.",
  );
  const { spectrum: twos } = describeData({ ...spec.dataset, split: { kind: "oneDigit", digit: 2 } }, digits);
  expect(sayRank(twos)).toContain("The train images differ in 54: 9 pixels never change (row 1 column 1, ");
  expect(sayRank(twos)).toContain(", and some others follow from the rest");
});

describe("the learning rate", () => {
  test("counts the steps of an epoch", () => {
    expect(sayRate(spec, 898)).toContain(
      "With 1 step an epoch it takes 50 steps: no weight goes much further than 0.05",
    );
    expect(sayRate({ ...spec, batchSize: 64, epochs: 10 }, 898)).toContain(
      "With 15 steps an epoch it takes 150 steps",
    );
  });
});

test("the loss of training is told apart from the error where they differ, with why", () => {
  expect(sayLoss(spec)).toMatch(/^The train loss at an epoch is the error/);
  const twos = { ...spec.dataset, split: { kind: "oneDigit", digit: 2 } as const };
  expect(sayLoss({ ...spec, dataset: twos })).toContain("The test images are all digits but the 2");
  expect(sayLoss({ ...spec, batchSize: 64 })).toContain("a mean over the batches");
  expect(sayLoss({ ...spec, loss: { kind: "mse", latentL1: 1 } })).toContain("penalty on the latent");
});

test("noise is compared with a projection of the same width, with what the weights and the biases do to it", () => {
  const { randomMse } = metrics;
  expect(sayNoise({ width: 20, randomMse, affine: true }, { map: 1.05, bias: 0.01 })).toMatch(
    /^At h = 20 a projection leaves 0\.6875 of noise on average; this model left 1\.0840 .* 1\.0500, and its biases, .* 0\.0100\.$/,
  );
  expect(sayNoise({ width: 20, randomMse, affine: false }, null)).toContain("activation");
});

test("a width that the axes leave out is given as the mean of its seeds", () => {
  const point = (randomMse: number) => ({ width: 200, metrics: { ...metrics, randomMse } });
  expect(sayTooWide([point(1), point(2)])).toContain("random data 1.5000)");
  expect(sayTooWide([])).toBe("");
});

test("the slope is said to be of what training makes small", () => {
  expect(sayGradient(spec)).toBe("Of the mean square error on all train images.");
  const optimizer = { ...spec.optimizer, weightDecay: 0.1 };
  const said = sayGradient({ ...spec, batchSize: 64, optimizer, loss: { kind: "mse", latentL1: 1 } });
  expect(said).toContain("with weight decay and the penalty on the latent");
  expect(said).toContain("one batch at a time");
});
