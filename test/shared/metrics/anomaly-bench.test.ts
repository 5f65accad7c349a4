import { describe, expect, test } from "vitest";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { benchExamples, type Rival, scoreOnBench } from "../../../shared/metrics/anomaly-bench.ts";
import { auroc } from "../../../shared/metrics/auroc.ts";
import { countConfusion, thresholdAt } from "../../../shared/metrics/confusion.ts";
import { dPrime } from "../../../shared/metrics/d-prime.ts";
import { buildHeaps, scoresByDigit } from "../../../shared/metrics/heaps.ts";
import { tprAt1Fpr } from "../../../shared/metrics/roc.ts";
import { variationKept } from "../../../shared/metrics/variation-kept.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";
import { trainOnKernels } from "../training/train-on-kernels.ts";

const { labels } = digits;
const examples = Int32Array.from(labels, (_, place) => place);
const heapsOf = (errors: Float64Array) => buildHeaps({ errors, examples, labels, digit: 2 });
const models = ["anomaly-40", "anomaly-40-regularised"].map((name) => {
  const { spec } = readReference(name);
  return { spec, weights: trainOnKernels(spec).weights };
});
const [plain, regularised] = models;
if (plain === undefined || regularised === undefined) throw new Error("both references are read above");
const rival: Rival = { kind: "untrained" };
const bench = scoreOnBench({ ...plain, rival, digits });

/*
 * X = load_digits().data, standardized; inside, outside = X[target == 2], X[target != 2]. PCA: p = PCA(40,
 * svd_solver="full").fit(inside); the score is ((x - p.inverse_transform(p.transform(x))) ** 2).mean(1). Mean image:
 * ((x - inside.mean(0)) ** 2).mean(1). Untrained: torch.manual_seed(0); nn.Sequential(nn.Linear(64, 40), nn.Linear(40, 64)).
 * Then the calls of separation.test.ts (scikit-learn 1.2.1, NumPy 1.24.2, PyTorch 1.13.1).
 */
const BASELINES = [
  {
    name: "PCA",
    errors: bench.pca,
    auroc: 0.9978796121922299,
    tpr: 0.9833333333333333,
    d: 1.888856069337434,
  },
  {
    name: "the mean image",
    errors: bench.mean,
    auroc: 0.9620631931366395,
    tpr: 0.30925925925925923,
    d: 2.5023591522344453,
  },
  {
    name: "the untrained model",
    errors: bench.rival?.errors,
    auroc: 0.47715700634721353,
    tpr: 0.033950617283950615,
    d: -0.09644541876537054,
  },
];
for (const { name, errors, ...expected } of BASELINES) {
  test(`${name} separates as scikit-learn's and PyTorch's does`, () => {
    const { normal, anomaly } = heapsOf(errors ?? new Float64Array(0)).scores;
    expect(auroc(normal, anomaly)).toBeCloseTo(expected.auroc, 6);
    expect(tprAt1Fpr(normal, anomaly)).toBeCloseTo(expected.tpr, 6);
    expect(dPrime(normal, anomaly)).toBeCloseTo(expected.d, 5);
  });
}

test("PCA through all 64 numbers is no baseline: it keeps every image", () => {
  const { spec } = readReference("cae-1");
  const weights = initialWeights(spec.model.layers, new Mt19937(0));
  expect(scoreOnBench({ spec, weights, rival: null, digits }).pca).toBeNull();
});

test("the test images are compared, with those of the one digit that was trained on, or that were held out of it", () => {
  const count = (split: Parameters<typeof benchExamples>[0]) => {
    const found = benchExamples(split, labels);
    return [found.length, found.filter((place) => labels[place] === 2).length];
  };
  expect(count({ kind: "random", testFraction: 0.5, seed: 0 })[0]).toBe(899);
  expect(count({ kind: "oneDigit", digit: 2 })).toEqual([1_797, 177]);
  expect(count({ kind: "oneDigit", digit: 2, heldOutFraction: 0.3, seed: 0 })).toEqual([1_674, 54]);
});

test("another run is scored as if it were looked at alone", () => {
  const { rival: other } = scoreOnBench({ ...plain, rival: { kind: "run", ...regularised }, digits });
  expect(other).toEqual(scoreOnBench({ ...regularised, rival: null, digits }).run);
});

test("the scores of a digit are spread as NumPy's percentile says of PyTorch's", () => {
  const spread = scoresByDigit(bench.run.errors, examples, labels);
  expect(spread.map(({ digit }) => digit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // np.percentile(square_errors(spec)[...].mean(1), [5, 25, 50, 75, 95])
  const expected = new Map([
    [2, [0.11795041, 0.15244136, 0.19639986, 0.25739204, 0.37907156]],
    [8, [0.36799631, 0.44049885, 0.49919383, 0.54847406, 0.64306511]],
  ]);
  for (const { digit, low, lowerQuartile, median, upperQuartile, high } of spread) {
    for (const [i, value] of expected.get(digit)?.entries() ?? [])
      expect([low, lowerQuartile, median, upperQuartile, high][i]).toBeCloseTo(value, 5);
  }
});

describe("heaps", () => {
  test("know which image each score is of", () => {
    const { places, scores } = heapsOf(bench.run.errors);
    expect([places.normal.length, places.anomaly.length]).toEqual([177, 1_620]);
    expect(Array.from(places.normal, (place) => labels[place])).toEqual(new Array(177).fill(2));
    expect(Array.from(places.anomaly, (place) => bench.run.errors[place])).toEqual([...scores.anomaly]);
    expect(scores.anomaly.toSorted()).toEqual(scores.anomaly);
  });
});

describe("a threshold", () => {
  const heaps = { normal: Float64Array.of(1, 2, 2, 3), anomaly: Float64Array.of(2, 3, 4, 5) };

  test("raises an alarm for a score at it", () => {
    expect(countConfusion(heaps, 3)).toEqual({ accepted: 3, falseAlarms: 1, found: 3, missed: 1 });
    expect(countConfusion(heaps, 0)).toEqual({ accepted: 0, falseAlarms: 4, found: 4, missed: 0 });
    expect(countConfusion(heaps, 9)).toEqual({ accepted: 4, falseAlarms: 0, found: 0, missed: 4 });
  });

  test("for a share of false alarms has no more of them, and finds what the ROC curve says", () => {
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const { falseAlarms } = countConfusion(heaps, thresholdAt(heaps, share));
      expect(falseAlarms).toBeLessThanOrEqual(share * 4);
    }
    expect(countConfusion(heaps, thresholdAt(heaps, 0.5))).toMatchObject({ falseAlarms: 1, found: 3 });
    const { scores } = heapsOf(bench.run.errors);
    const { found } = countConfusion(scores, thresholdAt(scores, 0.01));
    expect(found / 1_620).toBe(tprAt1Fpr(scores.normal, scores.anomaly));
  });
});

describe("the differences among images that are left among their reconstructions", () => {
  const images = scaleImages(digits, "standardize");

  test("are all of them for the images themselves", () => {
    expect(variationKept(images, images, examples)).toBe(1);
  });

  test("are those that NumPy finds", () => {
    // Untrained as above: r.var(0).sum() / X.var(0).sum()
    const { reconstructions } = bench.rival ?? bench.run;
    expect(variationKept(images, reconstructions, examples)).toBeCloseTo(0.12019480785611543, 6);
  });

  test("are gone where weight decay and L1 made every output the same", () => {
    const { run } = scoreOnBench({ ...regularised, rival: null, digits });
    expect(variationKept(images, run.reconstructions, examples)).toBeLessThan(0.001);
  });
});
