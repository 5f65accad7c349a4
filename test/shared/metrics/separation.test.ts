import { describe, expect, test } from "vitest";
import { scoreAnomalies } from "../../../shared/metrics/anomaly-scores.ts";
import { auroc } from "../../../shared/metrics/auroc.ts";
import { dPrime } from "../../../shared/metrics/d-prime.ts";
import { tprAt1Fpr } from "../../../shared/metrics/roc.ts";
import { type Estimate, findSeparation } from "../../../shared/metrics/separation.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";
import { trainOnKernels } from "../training/train-on-kernels.ts";

/*
 * scikit-learn 1.2.1 and NumPy 1.24.2, of n normal scores and a anomalies: y = np.r_[np.zeros(len(n)), np.ones(len(a))];
 * s = np.r_[n, a]; roc_auc_score(y, s); fpr, tpr, _ = roc_curve(y, s, drop_intermediate=False); tpr[fpr <= 0.01].max();
 * (a.mean() - n.mean()) / np.sqrt((a.var() + n.var()) / 2). The intervals: rs = np.random.RandomState(0); a thousand times
 * n[rs.randint(0, len(n), len(n))] and a[rs.randint(0, len(a), len(a))] of the sorted scores, the same numbers of them, and
 * np.percentile(numbers, [2.5, 97.5]). The scores are PyTorch's: square_errors(spec) of make_anomaly_reference.py, .mean(1).
 */
const OF_PYTORCH = {
  "anomaly-40": {
    auroc: { value: 0.9954383762293366, low: 0.9913539269024204, high: 0.9982528597335565 },
    tprAt1Fpr: { value: 0.8703703703703703, low: 0.7438271604938271, high: 0.9568055555555556 },
    dPrime: { value: 3.6770245075795187, low: 3.4511288594302707, high: 3.9018730048806307 },
    tprAt5Fpr: [0.9364197530864198, 0.9969135802469136],
    tprAt50Fpr: [1, 1],
  },
  "anomaly-40-regularised": {
    auroc: { value: 0.49421775824789005, low: 0.4532218211620283, high: 0.5333071772337309 },
    tprAt1Fpr: { value: 0.05, low: 0.03271604938271605, high: 0.1111111111111111 },
    dPrime: { value: -0.008125411712825877, low: -0.15243963931194993, high: 0.13023907460443257 },
    tprAt5Fpr: [0.09320987654320988, 0.15680555555555556],
    tprAt50Fpr: [0.4228240740740741, 0.5438425925925926],
  },
} as const;

/** The same calls. */
const TIED = {
  normal: Float64Array.of(3, 0, 1, 2, 1, 2, 3, 3, 4, 5),
  anomaly: Float64Array.of(1, 2, 3, 3, 4, 4, 5, 6, 6, 7, 8, 9),
  auroc: 0.7958333333333334,
  tprAt1Fpr: 0.4166666666666667,
  dPrime: 1.2555453096374423,
};

function expectEstimate(actual: Estimate, expected: Estimate): void {
  expect(actual.value).toBeCloseTo(expected.value, 5);
  expect(actual.low).toBeCloseTo(expected.low, 5);
  expect(actual.high).toBeCloseTo(expected.high, 5);
}

describe("scores with ties are told apart as scikit-learn and NumPy say", () => {
  const { normal, anomaly } = TIED;
  test("by AUROC", () => expect(auroc(normal, anomaly)).toBeCloseTo(TIED.auroc, 12));
  test("by the true positive rate at 1 % false positives", () =>
    expect(tprAt1Fpr(normal, anomaly)).toBeCloseTo(TIED.tprAt1Fpr, 12));
  test("by d'", () => expect(dPrime(normal, anomaly)).toBeCloseTo(TIED.dPrime, 12));
  test("by the intervals of 200 draws", () => {
    const found = findSeparation({ normal, anomaly }, 200);
    expectEstimate(found.auroc, { value: TIED.auroc, low: 0.5748958333333333, high: 0.9459375 });
    const rates = { value: TIED.tprAt1Fpr, low: 0.16666666666666666, high: 0.8333333333333334 };
    expectEstimate(found.tprAt1Fpr, rates);
    expectEstimate(found.dPrime, { value: TIED.dPrime, low: 0.4714022622655719, high: 2.3046613384574086 });
  });
});

for (const [name, expected] of Object.entries(OF_PYTORCH)) {
  test(`${name} separates as PyTorch's model does, with the intervals of the same draws`, () => {
    const { spec } = readReference(name);
    const { weights } = trainOnKernels(spec);
    const asked = { kind: "oneDigit", digit: 2 } as const;
    const scores = scoreAnomalies({ spec, weights, digits, asked, per: "image" });
    const found = findSeparation(scores);
    expectEstimate(found.auroc, expected.auroc);
    expectEstimate(found.tprAt1Fpr, expected.tprAt1Fpr);
    expectEstimate(found.dPrime, expected.dPrime);
    expect(found.roc.low[5]).toBeCloseTo(expected.tprAt5Fpr[0], 5);
    expect(found.roc.high[5]).toBeCloseTo(expected.tprAt5Fpr[1], 5);
    expect(found.roc.low[50]).toBeCloseTo(expected.tprAt50Fpr[0], 5);
    expect(found.roc.high[50]).toBeCloseTo(expected.tprAt50Fpr[1], 5);
    expect(found.auroc.value).toBeCloseTo(auroc(scores.normal, scores.anomaly), 12);
    expect(found.tprAt1Fpr.value).toBe(tprAt1Fpr(scores.normal, scores.anomaly));
    expect(found.dPrime.value).toBeCloseTo(dPrime(scores.normal, scores.anomaly), 12);
  });
}
