import { describe, expect, test } from "vitest";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import { encodeSafetensors } from "../../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { sha256Hex } from "../../../shared/spec/identity.ts";
import { digits } from "../digits.ts";
import { listReferences, readReference, worstRelative } from "../reference.ts";
import { simdHashes } from "./pinned-hashes.ts";
import { trainOnKernels } from "./train-on-kernels.ts";

for (const name of listReferences()) {
  test(`${name}: every epoch's loss is PyTorch's, and so are the metrics of the last weights`, () => {
    const reference = readReference(name);
    const { trainLoss, weights } = trainOnKernels(reference.spec);
    expect(worstRelative(trainLoss, reference.trainLoss)).toBeLessThan(2e-6);
    const metrics = evaluate({ spec: reference.spec, weights, digits });
    // Metrics that stand on few digits of float32, as the random data under a strong penalty, differ a little more.
    expect(worstRelative(Object.values(metrics), Object.values(reference.metrics))).toBeLessThan(1e-5);
  });
}

test("the references hold every layer kind and option that PyTorch draws alike", () => {
  const text = JSON.stringify(listReferences().map((name) => readReference(name).spec));
  const kinds = ["linear", "conv2d", "convTranspose2d", "maxPool2d", "upsample2d", "flatten", "unflatten"];
  for (const kind of [...kinds, "relu", "leakyRelu", "sigmoid", "tanh"])
    expect(text).toContain(`"kind":"${kind}"`);
  for (const option of [
    '"stride":2',
    '"outputPadding":1',
    '"batchSize":100',
    '"latentL1":1',
    '"weightDecay":0.5',
    '"unit"',
    '"none"',
  ]) {
    expect(text).toContain(option);
  }
});

test.each(Object.entries(simdHashes))(
  "%s: the weights' hash is a function of the spec alone",
  (name, hash) => {
    const { spec } = readReference(name);
    expect(sha256Hex(encodeSafetensors(spec.model.layers, trainOnKernels(spec).weights))).toBe(hash);
  },
);

describe("dropout", () => {
  const { spec } = readReference("mlp-20");
  const layers: ExperimentSpec["model"]["layers"] = [
    { kind: "linear", in: 64, out: 40 },
    { kind: "dropout", p: 0.5 },
    { kind: "linear", in: 40, out: 64 },
  ];
  const dropped = { ...spec, model: { layers, latentAfter: 0 } };
  const plain = {
    ...spec,
    model: { layers: [layers[0], layers[2]].filter((layer) => layer !== undefined), latentAfter: 0 },
  };

  test("is seeded: the same spec gives the same numbers, another seed others", () => {
    const { trainLoss } = trainOnKernels(dropped);
    expect(trainOnKernels(dropped).trainLoss).toEqual(trainLoss);
    expect(trainOnKernels({ ...dropped, seed: 1 }).trainLoss).not.toEqual(trainLoss);
  });

  test("makes training harder and leaves scoring alone", () => {
    const [with_, without] = [trainOnKernels(dropped), trainOnKernels(plain)];
    expect(with_.trainLoss.at(-1)).toBeGreaterThan(without.trainLoss.at(-1) ?? 0);
    const { trainMse } = evaluate({ spec: dropped, weights: with_.weights, digits });
    expect(trainMse).toBeLessThan(with_.trainLoss.at(-1) ?? 0);
  });

  test("of 0 is no dropout", () => {
    const none = {
      ...dropped,
      model: {
        ...dropped.model,
        layers: layers.map((layer) => (layer.kind === "dropout" ? { ...layer, p: 0 } : layer)),
      },
    };
    expect(trainOnKernels(none).trainLoss).toEqual(trainOnKernels(plain).trainLoss);
  });
});

test("a learning rate far too large is told by losses that are no numbers", () => {
  const { spec } = readReference("mlp-relu");
  const { trainLoss } = trainOnKernels({ ...spec, optimizer: { ...spec.optimizer, learningRate: 1e6 } });
  expect(trainLoss.some((loss) => !Number.isFinite(loss))).toBe(true);
});
