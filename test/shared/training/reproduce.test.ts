import { expect, test } from "vitest";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { trainByMoments } from "../../../shared/training/moments.ts";
import { canReproduce, reproduces } from "../../../shared/training/reproduce.ts";
import { trainMoments } from "../../../shared/training/second-moments.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";

const { spec } = readReference("mlp-5");

function train(of: ExperimentSpec) {
  const epochs = [...trainByMoments(of, trainMoments(of.dataset, digits))];
  return {
    trainLoss: epochs.map(({ trainLoss }) => trainLoss),
    weights: epochs.at(-1)?.weights() ?? new Map(),
  };
}
const run = train(spec);

test("a run trained from its seed is reproduced", () => {
  expect(reproduces({ spec, ...run, digits })).toBe(true);
});

test("the last bit of one weight is enough to tell a run apart", () => {
  const bias = Float32Array.from(run.weights.get("0.bias") ?? []);
  new Uint32Array(bias.buffer)[3] = (new Uint32Array(bias.buffer)[3] ?? 0) ^ 1;
  expect(reproduces({ spec, ...run, weights: new Map(run.weights).set("0.bias", bias), digits })).toBe(false);
});

test("the weights of another seed, and a history that was not that of the training, are not reproduced", () => {
  expect(reproduces({ spec: { ...spec, seed: 1 }, ...run, digits })).toBe(false);
  expect(reproduces({ spec, ...run, trainLoss: run.trainLoss.map((loss) => loss * 0.9), digits })).toBe(
    false,
  );
});

test("what is not exact, or takes too long, is left to scoring", () => {
  expect(canReproduce(readReference("mlp-200").spec)).toBe(true);
  expect(canReproduce(readReference("mlp-relu").spec)).toBe(false);
  expect(canReproduce({ ...readReference("mlp-200").spec, epochs: 10_000 })).toBe(false);
  const long = { ...spec, epochs: 10_000 };
  expect(() => reproduces({ spec: long, ...run, digits })).toThrow("bounded cost");
});
