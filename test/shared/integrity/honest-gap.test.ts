import { expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { specOf } from "../../../shared/assignment/homework/specs.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { GAP_SIGMAS } from "../../../shared/integrity/gap-bounds.ts";
import {
  hasHonestGap,
  judgeGap,
  measureHonestGap,
  measureSeedGap,
} from "../../../shared/integrity/honest-gap.ts";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { trainBySimd } from "../../../shared/training/simd/train.ts";
import { digits } from "../digits.ts";

const means = { digits, openKernels };

function honest(spec: ExperimentSpec) {
  const found = measureHonestGap(spec, means);
  if (found === null) throw new Error("honest training diverged");
  return found;
}

/** Another engine's arithmetic, on the images themselves and in another order. */
function trainElsewhere(spec: ExperimentSpec) {
  const { train } = splitExamples(spec.dataset.split, digits.labels);
  const images = takeImages(scaleImages(digits, spec.dataset.scaling), train);
  const training = trainBySimd(spec, images, openKernels());
  let step = training.next();
  while (step.done !== true) step = training.next();
  return evaluate({ spec, weights: step.value, digits });
}

test.each([5, 20, 80])("another engine's honest gap of h = %i is the honest one", (width) => {
  const spec = specOf("problem-1", width);
  const { sigmas, isFlagged } = judgeGap(trainElsewhere(spec), honest(spec));
  expect(Math.abs(sigmas)).toBeLessThan(0.1);
  expect(isFlagged).toBe(false);
});

test.each([
  ["problem-1", 5],
  ["problem-1", 20],
  ["problem-1", 80],
  ["problem-1", 200],
  ["problem-2", 20],
] as const)("training on all images shows in %s at width %i", (problem, width) => {
  const spec = specOf(problem, width);
  const known = honest(spec);
  const { onAll } = measureSeedGap(spec, means);
  const { sigmas, isFlagged } = judgeGap({ trainMse: 0, testMse: onAll }, known);
  expect(isFlagged).toBe(true);
  expect(sigmas).toBeLessThan(-GAP_SIGMAS);
});

test("in unit scaling at h = 80 the gap is near 0 on all images, and above it by honest training", () => {
  const base = specOf("problem-1", 80);
  const spec: ExperimentSpec = { ...base, dataset: { ...base.dataset, scaling: "unit" } };
  const gaps = [0, 1, 2, 3, 4, 5].map((seed) => measureSeedGap({ ...spec, seed }, means));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(gaps.every(({ honest, onAll }) => honest - onAll > 0.0004)).toBe(true);
  expect(Math.abs(mean(gaps.map(({ onAll }) => onAll)))).toBeLessThan(0.0004);
});

test("models that second moments do not train, splits by digit and long training are not judged", () => {
  const spec = specOf("problem-1", 80);
  expect(hasHonestGap(spec)).toBe(true);
  expect(hasHonestGap({ ...spec, batchSize: 64 })).toBe(false);
  expect(hasHonestGap({ ...spec, epochs: 10_000 })).toBe(false);
  expect(hasHonestGap(specOf("problem-3", 40))).toBe(false);
});
