import { describe, expect, test } from "vitest";
import { groupRuns } from "../../../client/engine/group-runs.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { readReference } from "../../shared/reference.ts";

const { spec } = readReference("mlp-20");
const { spec: heavy } = readReference("cae-80-raw");

function countTogether(first: ExperimentSpec, others: readonly ExperimentSpec[]): number {
  return groupRuns(
    { spec: first },
    others.map((other) => ({ spec: other })),
  ).length;
}

describe("runs train together", () => {
  test.each<[string, ExperimentSpec]>([
    ["seed", { ...spec, seed: 1 }],
    [
      "split seed",
      { ...spec, dataset: { ...spec.dataset, split: { kind: "random", testFraction: 0.5, seed: 3 } } },
    ],
    ["scaling", { ...spec, dataset: { ...spec.dataset, scaling: "unit" } }],
    ["learning rate", { ...spec, optimizer: { ...spec.optimizer, learningRate: 0.1 } }],
    ["weight decay", { ...spec, optimizer: { ...spec.optimizer, weightDecay: 0.1 } }],
  ])("that differ in their %s", (_, other) => {
    expect(countTogether(spec, [other])).toBe(2);
  });

  test("wherever they stand in the sweep, and in its order", () => {
    const wide = readReference("mlp-200").spec;
    const runs = [spec, wide, { ...spec, seed: 1 }, { ...wide, seed: 1 }].map((one, run) => ({
      run,
      spec: one,
    }));
    const [first, ...others] = runs;
    if (first === undefined) throw new Error("no runs");
    expect(groupRuns(first, others).map(({ run }) => run)).toEqual([0, 2]);
  });
});

describe("runs train apart", () => {
  test.each<[string, ExperimentSpec]>([
    ["model", readReference("mlp-5").spec],
    ["epochs", { ...spec, epochs: 7 }],
    ["batch size", { ...spec, batchSize: 64 }],
    ["number of examples", readReference("anomaly-40").spec],
    ["having a latent penalty or none", { ...spec, loss: { kind: "mse", latentL1: 1 } }],
  ])("that differ in their %s", (_, other) => {
    expect(countTogether(spec, [other])).toBe(1);
  });

  test("as far as the device's memory asks for it, down to one at a time", () => {
    const seeds = (of: ExperimentSpec) => Array.from({ length: 599 }, (_, i) => ({ ...of, seed: i + 1 }));
    expect(countTogether(spec, seeds(spec))).toBeGreaterThan(100);
    expect(countTogether(spec, seeds(spec))).toBeLessThan(600);
    // One image has 80 channels x 64 pixels x 9 taps: 165 MB for the 898 of a step.
    expect(countTogether(heavy, seeds(heavy))).toBe(1);
  });
});
