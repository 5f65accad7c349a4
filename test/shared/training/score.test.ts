import { expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { readExamples } from "../../../shared/dataset/examples.ts";
import { evaluate, makeScorer } from "../../../shared/metrics/evaluate.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { scoringOnKernels } from "../../../shared/training/score-on-kernels.ts";
import { makeScorerOnKernels } from "../../../shared/training/simd/score.ts";
import { TINY_MODELS, tinySpec } from "../../client/engine/tiny-models.ts";
import { digits } from "../digits.ts";
import { readReference, worstRelative } from "../reference.ts";
import { trainOnKernels } from "./train-on-kernels.ts";

const models: Record<string, readonly Layer[]> = {
  ...TINY_MODELS,
  "dropout, which drops nothing here": [
    { kind: "linear", in: 64, out: 8 },
    { kind: "dropout", p: 0.5 },
    { kind: "relu" },
    { kind: "linear", in: 8, out: 64 },
  ],
};

test.each(Object.entries(models))(
  "on kernels the error of each image is the reference's: %s",
  (_, layers) => {
    const { dataset, model } = tinySpec(layers);
    const { train } = readExamples(dataset, digits);
    const weights = initialWeights(layers, new Mt19937(1));
    const errors = makeScorerOnKernels(model, weights, openKernels())(train);
    const exact = makeScorer(model, weights)(train);
    expect(errors).toHaveLength(exact.length);
    expect(worstRelative([...errors], [...exact])).toBeLessThan(2e-6);
  },
);

test.each(["mlp-20", "linear-1", "linear-4", "cae-20"])(
  "from second moments a model has the mean errors of plain JavaScript to the last digits, %s",
  (name) => {
    const { spec } = readReference(name);
    const weights = initialWeights(spec.model.layers, new Mt19937(2));
    const scoring = scoringOnKernels(spec.model, weights, openKernels());
    const [own, exact] = [evaluate({ spec, weights, digits, scoring }), evaluate({ spec, weights, digits })];
    expect(worstRelative(Object.values(own), Object.values(exact))).toBeLessThan(1e-12);
  },
);

test.each(["anomaly-40-regularised", "mlp-relu", "mlp-200"])("a run's numbers are PyTorch's, %s", (name) => {
  const { spec, metrics } = readReference(name);
  const { weights } = trainOnKernels(spec);
  const kernels = openKernels();
  const own = evaluate({ spec, weights, digits, scoring: scoringOnKernels(spec.model, weights, kernels) });
  const found = new Map(Object.entries(own));
  for (const [key, value] of Object.entries(metrics))
    expect(Math.abs((found.get(key) ?? Number.NaN) / value - 1)).toBeLessThan(1e-5);
});
