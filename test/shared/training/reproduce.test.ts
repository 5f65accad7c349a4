import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import type { EngineName } from "../../../shared/api/runs.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { trainByMoments } from "../../../shared/training/moments.ts";
import { reproduces } from "../../../shared/training/reproduce.ts";
import { canReproduce } from "../../../shared/training/reproduction-cost.ts";
import { trainMoments } from "../../../shared/training/second-moments.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";
import { trainOnKernels } from "./train-on-kernels.ts";

function trainOnMoments(spec: ExperimentSpec) {
  const epochs = [...trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels())];
  return {
    trainLoss: epochs.map(({ trainLoss }) => trainLoss),
    weights: epochs.at(-1)?.weights() ?? new Map(),
  };
}

describe.each([
  ["moments", readReference("mlp-5").spec, trainOnMoments],
  ["simd", { ...readReference("cae-relu").spec, epochs: 3 }, trainOnKernels],
] satisfies [EngineName, ExperimentSpec, typeof trainOnMoments][])(
  "a run that %s trained",
  (engine, spec, train) => {
    const run = train(spec);
    const check = (changes: object) => reproduces({ spec, engine, ...run, digits, openKernels, ...changes });

    test("is reproduced from its seed", () => {
      expect(check({})).toBe(true);
    });

    test("is told apart by the last bit of one weight", () => {
      const bias = Float32Array.from(run.weights.get("0.bias") ?? []);
      new Uint32Array(bias.buffer)[0] = (new Uint32Array(bias.buffer)[0] ?? 0) ^ 1;
      expect(check({ weights: new Map(run.weights).set("0.bias", bias) })).toBe(false);
    });

    test("is not that of another seed, nor one with another history", () => {
      expect(check({ spec: { ...spec, seed: 1 } })).toBe(false);
      expect(check({ trainLoss: run.trainLoss.map((loss) => loss * 0.9) })).toBe(false);
    });
  },
);

test("what a GPU trained, or takes too long, is left to scoring", () => {
  const { spec } = readReference("mlp-200");
  expect(canReproduce(spec, "moments")).toBe(true);
  expect(canReproduce(spec, "tfjs")).toBe(false);
  expect(canReproduce({ ...spec, epochs: 10_000 }, "moments")).toBe(false);
  expect(canReproduce(readReference("mlp-relu").spec, "moments")).toBe(false);
  expect(canReproduce(readReference("mlp-relu").spec, "simd")).toBe(true);
  expect(canReproduce({ ...readReference("mlp-relu").spec, epochs: 1_000 }, "simd")).toBe(false);
  expect(() =>
    reproduces({ spec, engine: "tfjs", weights: new Map(), trainLoss: [], digits, openKernels }),
  ).toThrow("bounded cost");
});

test("a model whose layers would fill the Worker's memory is left to scoring", () => {
  const { spec } = readReference("cae-relu");
  const layers: ExperimentSpec["model"]["layers"] = [
    { kind: "conv2d", in: 1, out: 16, kernel: 1, padding: 0 },
    { kind: "upsample2d", factor: 8 },
    { kind: "relu" },
    { kind: "maxPool2d", kernel: 8 },
    { kind: "conv2d", in: 16, out: 1, kernel: 1, padding: 0 },
  ];
  const large = { ...spec, epochs: 1, model: { layers, latentAfter: 0 } };
  expect(canReproduce(large, "simd")).toBe(false);
});
