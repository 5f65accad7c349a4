import { describe, expect, test } from "vitest";
import { buildAnomalyHistogram } from "../../../../client/plot/anomaly-histogram.ts";
import {
  buildBench,
  findRunaway,
  orderDigits,
  typicalPlaces,
  worstMistakes,
} from "../../../../client/views/anomalies/build-bench.ts";
import {
  buildPanels,
  layOutPanel,
  scoredModels,
  toScore,
  toX,
} from "../../../../client/views/anomalies/panel.ts";
import { buildRocColumns } from "../../../../client/views/anomalies/roc-columns.ts";
import { benchCsv, saveBench } from "../../../../client/views/anomalies/save-bench.ts";
import { describeSeparation, formatShare } from "../../../../client/views/anomalies/words.ts";
import { scoreOnBench } from "../../../../shared/metrics/anomaly-bench.ts";
import { countConfusion, thresholdAt } from "../../../../shared/metrics/confusion.ts";
import { findSeparation } from "../../../../shared/metrics/separation.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference } from "../../../shared/reference.ts";
import { trainOnKernels } from "../../../shared/training/train-on-kernels.ts";

const { labels } = digits;
const train = (name: string) => {
  const { spec } = readReference(name);
  return { name, spec, weights: trainOnKernels(spec).weights };
};
const plain = train("anomaly-40");
const regularised = train("anomaly-40-regularised");
const scores = scoreOnBench({ ...plain, rival: { kind: "run", ...regularised }, digits });
const bench = buildBench({ run: plain, rival: regularised, scores, digits, digit: 2 });
const histogram = buildAnomalyHistogram(scoredModels(bench));

describe("the bench of problem 3's two models", () => {
  test("has PyTorch's AUROC of both, and of the baselines", () => {
    expect(bench.run.heaps.scores.auroc).toBeCloseTo(readReference("anomaly-40").metrics.auroc ?? 0, 6);
    expect(bench.rival?.heaps.scores.auroc).toBeCloseTo(
      readReference("anomaly-40-regularised").metrics.auroc ?? 0,
      5,
    );
    expect(bench.baselines.map(({ name }) => name)).toEqual(["PCA, 40 components", "the mean image"]);
  });

  test("says that one tells them apart and the other makes one picture of all", () => {
    const auroc = findSeparation(bench.run.heaps.scores).auroc;
    const good = describeSeparation(bench.run, 2, auroc);
    expect(good.headline).toBe("It tells them apart");
    expect(good.why).toContain("It has learned to draw a 2");
    // np.median of square_errors(spec), 0.196400 and 0.645232.
    expect(good.why).toContain("a typical 2 has an error of 0.196, a typical other image one of 0.645");
    const stranger = describeSeparation({ ...bench.run, knows: null }, 2, auroc);
    expect(stranger.why).toContain("It gives the 2 back better than other digits");
    if (bench.rival === null) throw new Error("it was given");
    const collapsed = describeSeparation(bench.rival, 2, findSeparation(bench.rival.heaps.scores).auroc);
    expect(collapsed.headline).toBe("It separates nothing");
    expect(collapsed.why).toContain("Every image comes out as the same picture");
    expect(collapsed.why).toContain("Under weight decay of 0.5 and an L1 penalty of 1 on the latent");
    expect(describeSeparation(bench.rival, 2, null).headline).toBe("It separates nothing");
  });

  test("draws both on the same bins, the normal digit's row first and the closest digits next", () => {
    const panels = buildPanels(bench, histogram, orderDigits(bench));
    expect(panels).toHaveLength(2);
    expect(panels[0]?.edges).toBe(panels[1]?.edges);
    expect(panels[0]?.highest).toBe(panels[1]?.highest);
    // The medians of anomaly-bench.test.ts: 8 has the least of the others, 4 the largest.
    const order = panels.map(({ rows }) => rows.map(({ digit }) => digit));
    expect(order[0]).toEqual([2, 8, 3, 1, 7, 0, 9, 5, 6, 4]);
    expect(order[1]).toEqual(order[0]);
    expect(panels[0]?.rows.map(({ isNormal }) => isNormal).indexOf(true)).toBe(0);
  });

  test("shows a typical image of the digit and of those that come closest to it", () => {
    const places = typicalPlaces(bench, labels, 4);
    expect(places.map((place) => labels[place])).toEqual([2, 8, 3, 1]);
  });

  test("lists the images on the wrong side, worst first", () => {
    const { heaps, errors } = bench.run;
    const threshold = thresholdAt(heaps.scores, 0.05);
    const confusion = countConfusion(heaps.scores, threshold);
    const { falseAlarms, missed } = worstMistakes(heaps, confusion, 6);
    const errorsOf = (places: Int32Array) => Array.from(places, (place) => errors[place] ?? 0);
    expect(Array.from(falseAlarms, (place) => labels[place])).toEqual([2, 2, 2, 2, 2, 2]);
    expect(errorsOf(falseAlarms)).toEqual(errorsOf(falseAlarms).toSorted((a, b) => b - a));
    expect(errorsOf(missed)).toEqual(errorsOf(missed).toSorted((a, b) => a - b));
    expect(Math.min(...errorsOf(falseAlarms))).toBeGreaterThanOrEqual(threshold);
    expect(Math.max(...errorsOf(missed))).toBeLessThan(threshold);
    const none = worstMistakes(heaps, countConfusion(heaps.scores, 100), 6);
    expect([none.falseAlarms.length, none.missed.length]).toEqual([0, 6]);
  });

  test("is saved with a row an image and a column a model, and as SVG", async () => {
    const rows = benchCsv(bench, labels).trim().split("\r\n");
    expect(rows).toHaveLength(1_798);
    expect(rows[0]).toBe(
      'image,digit,normal,anomaly-40,anomaly-40-regularised,"PCA, 40 components",the mean image',
    );
    const panels = buildPanels(bench, histogram, orderDigits(bench));
    const threshold = { score: () => 0.48, rivalScore: () => 1.16 };
    const svg = await saveBench(bench, { question: "Does it?", panels, threshold });
    for (const words of ["AUROC 0.995", "AUROC 0.494", "digit 2", ">0.48<", ">1.16<"])
      expect(svg).toContain(words);
    expect(svg).not.toContain("NaN");
  });
});

test("of a run on all digits any digit can be asked, on its test images alone", () => {
  const run = train("mlp-5");
  const all = scoreOnBench({ ...run, rival: null, digits });
  const seven = buildBench({ run, rival: null, scores: all, digits, digit: 7 });
  expect(describeSeparation(seven.run, 7, null).why).not.toContain("has learned to draw a 7");
  const { normal, anomaly } = seven.run.heaps.scores;
  expect(normal.length + anomaly.length).toBe(899);
  expect(new Set(Array.from(seven.run.heaps.places.normal, (place) => labels[place]))).toEqual(new Set([7]));
});

test("scores that are no numbers are noticed", () => {
  const errors = scores.run.errors.slice();
  errors[3] = Number.NaN;
  const away = { ...scores.run, errors };
  expect(findRunaway(scores)).toBeNull();
  expect(findRunaway({ ...scores, run: away })).toBe("run");
  expect(findRunaway({ ...scores, rival: away })).toBe("rival");
});

test("a place on the axis is the score that is drawn there", () => {
  const at = layOutPanel(360, 1);
  for (const score of [0, 0.3, 1.5]) expect(toScore(toX(score, 1.5, at), 1.5, at)).toBeCloseTo(score, 10);
  expect(toScore(-50, 1.5, at)).toBe(0);
  expect(toScore(1_000, 1.5, at)).toBe(1.5);
});

test("ROC curves are in percent, the run's with its interval, baselines as theory is drawn", () => {
  const separation = findSeparation(bench.run.heaps.scores, 20);
  const { x, lines } = buildRocColumns([
    { name: "h = 40", kind: "run", separation },
    { name: "the mean image", kind: "baseline", separation },
  ]);
  expect(x).toHaveLength(101);
  expect(lines.map(({ label, meaning }) => `${label}: ${meaning}`)).toEqual([
    "h = 40: test",
    "the mean image: floor",
    "a coin: floor",
  ]);
  // tpr[fpr <= 0.01].max() of separation.test.ts.
  expect(lines[0]?.values[1]).toBeCloseTo(87.037, 3);
  expect(lines[0]?.band?.low[1]).toBeLessThanOrEqual(87.038);
  expect(buildRocColumns([]).rows).toEqual([]);
});

test("shares are said with a digit after the point where they are small", () => {
  expect([formatShare(1, 177), formatShare(0, 177), formatShare(1_410, 1_620)]).toEqual([
    "0.6 %",
    "0 %",
    "87 %",
  ]);
});
