import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import { encodeSafetensors } from "../../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { sha256Hex } from "../../../shared/spec/identity.ts";
import { canTrainByMoments, momentsObstacle, trainByMoments } from "../../../shared/training/moments.ts";
import { trainMoments } from "../../../shared/training/second-moments.ts";
import { digits } from "../digits.ts";
import { readReference, worstRelative } from "../reference.ts";
import { momentsHashes } from "./pinned-hashes.ts";

function train(spec: ExperimentSpec) {
  const epochs = [...trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels())];
  const last = epochs.at(-1);
  if (last === undefined) throw new Error("no epoch was trained");
  return { trainLoss: epochs.map(({ trainLoss }) => trainLoss), weights: last.weights() };
}

const references = [
  ...["mlp-5", "mlp-20", "mlp-200", "cae-1", "cae-20", "cae-80-raw", "anomaly-40"],
  // Other depths, kernels, splits and scalings, and weight decay.
  ...["linear-1", "linear-4", "mlp-20-unit", "mlp-20-decay", "cae-4-5x5"],
];
for (const name of references) {
  test(`${name}: every epoch's loss is PyTorch's, and so are the metrics of the last weights`, () => {
    const reference = readReference(name);
    const { trainLoss, weights } = train(reference.spec);
    expect(worstRelative(trainLoss, reference.trainLoss)).toBeLessThan(1e-6);
    const metrics = evaluate({ spec: reference.spec, weights, digits });
    expect(Object.keys(metrics)).toEqual(Object.keys(reference.metrics));
    expect(worstRelative(Object.values(metrics), Object.values(reference.metrics))).toBeLessThan(2e-6);
  });
}

test("a learning rate far too large ends in losses that grow, told as they are", () => {
  const { spec } = readReference("mlp-5");
  const { trainLoss } = train({ ...spec, optimizer: { ...spec.optimizer, learningRate: 1e6 } });
  expect(trainLoss.at(-1)).toBeGreaterThan(1e6);
});

test.each(Object.entries(momentsHashes))(
  "%s: the weights' hash is a function of the spec alone",
  (name, hash) => {
    const { spec } = readReference(name);
    expect(sha256Hex(encodeSafetensors(spec.model.layers, train(spec).weights))).toBe(hash);
  },
);

describe("exact training is refused, with the field that prevents it, for", () => {
  const { spec } = readReference("mlp-20");
  test.each([
    ["small batches", readReference("mlp-20-batch-64").spec, "batchSize 64"],
    ["an L1 penalty", readReference("anomaly-40-regularised").spec, "loss.latentL1 1"],
    ["an activation", readReference("mlp-relu").spec, "model.layers[1] relu"],
    [
      "convolutions that do not keep 8x8",
      {
        ...spec,
        model: {
          latentAfter: 0,
          layers: [
            { kind: "conv2d", in: 1, out: 4, kernel: 3, padding: 0 },
            { kind: "conv2d", in: 4, out: 1, kernel: 3, padding: 2 },
          ],
        },
      },
      "that keeps 8x8",
    ],
  ] satisfies [string, ExperimentSpec, string][])("%s", (_, refused, message) => {
    expect(canTrainByMoments(refused)).toBe(false);
    expect(momentsObstacle(refused)).toContain(message);
    expect(() => [...trainByMoments(refused, new Float64Array(65 * 65), openKernels())]).toThrow(message);
  });
});
