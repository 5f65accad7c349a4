import { describe, expect, it } from "vitest";
import { reconstruct } from "../../../client/pages/run/reconstruct.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { digits } from "../../shared/digits.ts";

describe.each(BUILT_IN_PROBLEMS)("the test images of $name, rebuilt in slices", ({ sweep: { spec } }) => {
  const weights = initialWeights(spec.model.layers, new Mt19937(spec.seed));
  const work = reconstruct({ spec, weights, digits });
  const steps: { done: number; of: number }[] = [];
  let step = work.next();
  while (!step.done) {
    steps.push(step.value);
    step = work.next();
  }
  const examples = step.value;

  it("are all there, in the order of the test set, and count up on the way", () => {
    expect(examples.map(({ place }) => place)).toEqual(examples.map((_, i) => i));
    expect(steps.at(-1)).toEqual({ done: examples.length, of: examples.length });
    const done = steps.map((one) => one.done);
    expect(done).toEqual([...new Set(done)].toSorted((a, b) => a - b));
  });

  it("have the mean error that the server computes", () => {
    const mean = examples.reduce((sum, { error }) => sum + error, 0) / examples.length;
    expect(mean).toBeCloseTo(evaluate({ spec, weights, digits }).testMse, 5);
  });
});
