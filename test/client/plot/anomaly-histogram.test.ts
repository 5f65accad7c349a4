import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  buildAnomalyHistogram,
  countBins,
  type ScoredModel,
} from "../../../client/plot/anomaly-histogram.ts";
import { type AnomalyScores, scoreAnomalies } from "../../../shared/metrics/anomaly-scores.ts";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import { digits } from "../../shared/digits.ts";
import { readReference } from "../../shared/reference.ts";
import { trainOnKernels } from "../../shared/training/train-on-kernels.ts";

const counts = z.array(z.number());
const Spread = z.object({
  top: z.number(),
  models: z.record(z.string(), z.object({ normal: counts, anomaly: counts, auroc: z.number() })),
});
/** What test/reference/make_anomaly_reference.py wrote: numpy.histogram and sklearn's roc_auc_score of PyTorch's models. */
const reference = z
  .object({ image: Spread, pixel: Spread })
  .parse(
    JSON.parse(readFileSync(new URL("../../reference/anomaly-histograms.json", import.meta.url), "utf8")),
  );

const asked = { kind: "oneDigit", digit: 2 } as const;
const trained = ["anomaly-40", "anomaly-40-regularised"].map((name) => {
  const { spec } = readReference(name);
  return { name, spec, weights: trainOnKernels(spec).weights };
});

function named(name: string, scores: AnomalyScores): ScoredModel {
  return { scores, normalLabel: `${name} in`, anomalyLabel: `${name} out` };
}

for (const per of ["image", "pixel"] as const) {
  test(`the scores of each ${per} are spread as NumPy and scikit-learn find PyTorch's`, () => {
    const models = trained.map(({ name, spec, weights }) =>
      named(name, scoreAnomalies({ spec, weights, digits, asked, per })),
    );
    const { x } = buildAnomalyHistogram(models);
    expect(x.at(-1)).toBeCloseTo(reference[per].top, 5);
    for (const [i, { scores }] of models.entries()) {
      const expected = reference[per].models[trained[i]?.name ?? ""];
      expect(countBins(scores.normal, x)).toEqual(expected?.normal);
      expect(countBins(scores.anomaly, x)).toEqual(expected?.anomaly);
      expect(scores.auroc).toBeCloseTo(expected?.auroc ?? 0, 6);
    }
  });
}

test("the AUROC of images is that of the run", () => {
  for (const { spec, weights } of trained) {
    const scores = scoreAnomalies({ spec, weights, digits, asked, per: "image" });
    expect(scores.auroc).toBe(evaluate({ spec, weights, digits }).auroc);
  }
});

test("a model that was trained on all digits is scored on the digit that was asked for", () => {
  const { spec } = readReference("mlp-5");
  const { weights } = trainOnKernels(spec);
  const scores = scoreAnomalies({ spec, weights, digits, asked, per: "image" });
  expect([scores.normal.length, scores.anomaly.length]).toEqual([177, 1_620]);
});

describe("the anomaly histogram", () => {
  const scores = (normal: readonly number[], anomaly: readonly number[]): AnomalyScores => ({
    normal: Float64Array.from(normal).sort(),
    anomaly: Float64Array.from(anomaly).sort(),
    auroc: 0.5,
  });

  test("gives the share of each kind, whatever their numbers", () => {
    const { lines } = buildAnomalyHistogram([named("plain", scores([0.1, 0.1, 0.9], [1, 0]))]);
    const total = lines.map(({ values }) =>
      values.slice(0, -1).reduce<number>((sum, n) => sum + (n ?? 0), 0),
    );
    expect(total[0]).toBeCloseTo(100);
    expect(total[1]).toBeCloseTo(100);
  });

  test("keeps one far image from pressing the rest together", () => {
    const anomaly = Array.from({ length: 1_000 }, (_, i) => (i === 0 ? 1_000 : i / 1_000));
    const { x, lines } = buildAnomalyHistogram([named("plain", scores([0.1], anomaly))]);
    expect(x.at(-1)).toBeLessThan(1.1);
    expect(lines[1]?.values.at(-1)).toBeGreaterThan(0);
  });

  test("is empty without scores", () => {
    expect(buildAnomalyHistogram([named("plain", scores([], []))]).rows).toEqual([]);
    expect(buildAnomalyHistogram([]).rows).toEqual([]);
  });
});
