import { describe, expect, test } from "vitest";
import { readExamples } from "../../../shared/dataset/examples.ts";
import { randomImages } from "../../../shared/dataset/random-data.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { auroc } from "../../../shared/metrics/auroc.ts";
import { evaluate, makeScorer } from "../../../shared/metrics/evaluate.ts";
import { mean, reconstructionErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { forward } from "../../../shared/model/forward.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { digits } from "../digits.ts";
import { core, readReference, worstRelative } from "../reference.ts";

describe("auroc", () => {
  test("is sklearn's roc_auc_score, ties counting half", () => {
    const { scores, isAnomaly, value } = core.auroc;
    const of = (anomaly: number) => Float64Array.from(scores.filter((_, i) => isAnomaly[i] === anomaly));
    expect(auroc(of(0), of(1))).toBeCloseTo(value, 12);
  });

  test("is 1 where every anomaly scores higher, 0 where every one scores lower, a half for equal scores", () => {
    const [low, high] = [Float64Array.of(1, 2), Float64Array.of(3, 4, 5)];
    expect([auroc(low, high), auroc(high, low), auroc(low, low)]).toEqual([1, 0, 0.5]);
  });

  test("is no number without examples on both sides", () => {
    expect(auroc(new Float64Array(0), Float64Array.of(1))).toBeNaN();
  });
});

test("the reconstruction error is one mean square an image", () => {
  const images = new Float64Array(128).fill(1, 64);
  expect([...reconstructionErrors(new Float32Array(128), Float32Array.from(images))]).toEqual([0, 1]);
});

for (const name of ["mlp-5", "cae-1", "cae-20", "cae-relu"]) {
  test(`${name}: PyTorch's last weights score PyTorch's metrics`, () => {
    const { spec, lastWeights = {}, metrics } = readReference(name);
    const weights = new Map(
      Object.entries(lastWeights).map(([key, values]) => [key, Float32Array.from(values)]),
    );
    const scored = evaluate({ spec, weights, digits });
    expect(worstRelative(Object.values(scored), Object.values(metrics))).toBeLessThan(1e-6);
  });
}

test("held-out examples of the digit stand for the normal ones in the AUROC", () => {
  const { spec } = readReference("anomaly-40");
  const weights = initialWeights(spec.model.layers, new Mt19937(0));
  const split = { kind: "oneDigit", digit: 2, heldOutFraction: 0.2, seed: 1 } as const;
  const images = scaleImages(digits, "standardize");
  const { heldOut, test: others } = splitExamples(split, digits.labels);
  const scorer = makeScorer(spec.model, weights);
  const score = (indices: Int32Array) => scorer(takeImages(images, indices));
  const held = { ...spec, dataset: { ...spec.dataset, split } };
  expect(evaluate({ spec: held, weights, digits }).auroc).toBe(auroc(score(heldOut), score(others)));
});

test("images are scored alike one at a time and many at once", () => {
  const { spec } = readReference("cae-relu");
  const score = makeScorer(spec.model, initialWeights(spec.model.layers, new Mt19937(0)));
  const images = Float32Array.from(digits.pixels.subarray(0, 150 * 64));
  const alone = Array.from({ length: 150 }, (_, i) => score(images.subarray(i * 64, (i + 1) * 64)));
  expect([...score(images)]).toEqual(alone.flatMap((errors) => [...errors]));
});

test("an affine model is scored as its forward pass has it", () => {
  for (const name of ["mlp-20", "linear-1", "linear-4", "cae-20", "cae-4-5x5"]) {
    const { model } = readReference(name).spec;
    const weights = initialWeights(model.layers, new Mt19937(0));
    const images = Float32Array.from(digits.pixels.subarray(0, 100 * 64));
    const byForwardPass = reconstructionErrors(images, forward(model, weights, images).output);
    expect(worstRelative(makeScorer(model, weights)(images), byForwardPass)).toBeLessThan(1e-6);
  }
});

test("an affine model's mean errors by second moments are those of its images", () => {
  for (const name of ["mlp-20", "linear-4", "cae-80-raw"]) {
    const { spec } = readReference(name);
    const weights = initialWeights(spec.model.layers, new Mt19937(0));
    const score = makeScorer(spec.model, weights);
    const { train, test: others } = readExamples(spec.dataset, digits);
    const errors = [train, others, randomImages()].map((images) => mean(score(images)));
    expect(worstRelative(Object.values(evaluate({ spec, weights, digits })), errors)).toBeLessThan(1e-12);
  }
});
