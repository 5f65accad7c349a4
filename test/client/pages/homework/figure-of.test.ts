import { describe, expect, test } from "vitest";
import type { DrawnAttempt, Place } from "../../../../client/pages/homework/plots/drawn.ts";
import { placeOf, sayPlace } from "../../../../client/pages/homework/plots/drawn.ts";
import {
  type FigureInputs,
  figureOf,
  wantsFloors,
} from "../../../../client/pages/homework/plots/figure-of.ts";
import type { Figure } from "../../../../client/plot/figure.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import { type ScoreUnit, scoreAnomalies } from "../../../../shared/metrics/anomaly-scores.ts";
import { testFloors } from "../../../../shared/training/pca-floor.ts";
import {
  attemptOf,
  atWidth,
  plotCell,
  runCell,
  solve,
  type TrainedRun,
  trainRun,
} from "../../../shared/assignment/attempts.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference } from "../../../shared/reference.ts";

const NOTHING: FigureInputs = { drawn: [], floors: "none", scored: [], per: "image" };

function placed(id: string): Place {
  const place = placeOf(BUILT_IN_HOMEWORK, id);
  if (place === null) throw new TypeError(`${id} stands nowhere`);
  return place;
}

function draw(id: string, runs: readonly TrainedRun[], name: string | null = null): DrawnAttempt {
  const attempt = attemptOf(runs, name === null ? {} : { name });
  return { cell: runCell(id), place: placed(id), attempt, isCompared: name !== null };
}

function valueAt({ columns }: Figure, label: string, x: number): number | null | undefined {
  return columns.lines.find((line) => line.label === label)?.values[columns.x.indexOf(x)];
}

const hiddenSizes = draw("1f-run", solve("1f-run"));
/** Two of 2 (d)'s, as many as the test needs. */
const kernels = draw(
  "2d-run",
  [1, 20].map((width) => trainRun(atWidth(runCell("2d-run").spec, width), width)),
);

describe("error by width", () => {
  const cell = plotCell("1f-plot");
  const floors = testFloors(runCell("1f-run").spec.dataset, digits);
  const figure = figureOf(cell, { ...NOTHING, drawn: [hiddenSizes], floors });

  test("draws PyTorch's errors at each hidden size, with the PCA floor below them", () => {
    expect(figure.x).toEqual({ name: "hidden size", symbol: "h =", ticks: [5, 20, 40, 80, 100, 200] });
    for (const [name, width] of [
      ["mlp-5", 5],
      ["mlp-20", 20],
      ["mlp-200", 200],
    ] as const) {
      const { metrics } = readReference(name);
      expect(valueAt(figure, "train", width)).toBeCloseTo(metrics.trainMse, 6);
      expect(valueAt(figure, "test", width)).toBeCloseTo(metrics.testMse, 6);
      expect(valueAt(figure, "PCA floor", width)).toBeLessThan(metrics.testMse);
    }
    expect(figure.note).toMatch(/^PCA floor: the least error/);
  });

  test("sets the kernels beside the hidden sizes on the same axes, and tells them apart", () => {
    const both = [kernels, hiddenSizes];
    const beside = figureOf(plotCell("2d-plot"), { ...NOTHING, drawn: both });
    expect(wantsFloors(plotCell("2d-plot"), both)).toBe(false);
    expect(beside.columns.lines.map(({ label, isReference = false }) => [label, isReference])).toEqual([
      ["train, kernels", false],
      ["test, kernels", false],
      ["train, hidden size", true],
      ["test, hidden size", true],
    ]);
    expect(beside.x).toMatchObject({ name: "kernels or hidden size", symbol: "width =" });
    expect(valueAt(beside, "test, kernels", 1)).toBeCloseTo(readReference("cae-1").metrics.testMse, 6);
    expect(valueAt(beside, "test, kernels", 5)).toBeNull();
    expect(valueAt(beside, "test, hidden size", 5)).toBeCloseTo(readReference("mlp-5").metrics.testMse, 6);
    expect(beside.note).toBe(
      "Filled markers: problem 2 (d), by kernels. Hollow markers: problem 1 (f), by hidden size.",
    );
  });

  test("draws another attempt faintly, by its name", () => {
    const again = draw(
      "1f-run",
      solve("1f-run", (spec) => ({ ...spec, seed: 1 })),
      "seed 1",
    );
    const { lines } = figureOf(cell, { ...NOTHING, drawn: [hiddenSizes, again] }).columns;
    expect(lines.map(({ label, isReference, shade }) => [label, isReference, shade])).toEqual([
      ["train", undefined, undefined],
      ["test", undefined, undefined],
      ["train, seed 1", true, 0.5],
      ["test, seed 1", true, 0.5],
    ]);
  });

  test("has its question and axes before anything was run", () => {
    expect(figureOf(cell, NOTHING)).toMatchObject({ question: cell.question, columns: { rows: [] } });
  });
});

test("error on random data is PyTorch's", () => {
  const figure = figureOf(plotCell("1g-plot"), { ...NOTHING, drawn: [hiddenSizes] });
  for (const [name, width] of [
    ["mlp-5", 5],
    ["mlp-200", 200],
  ] as const) {
    expect(valueAt(figure, "random data", width)).toBeCloseTo(readReference(name).metrics.randomMse, 6);
  }
});

describe("anomaly scores", () => {
  const plain = solve("3a-run");
  const { spec } = readReference("anomaly-40-regularised");
  const regularized = [trainRun(spec, null)];
  const scored = (id: string, [run]: readonly TrainedRun[], per: ScoreUnit) => {
    if (run === undefined) throw new TypeError("no run");
    const of = (unit: ScoreUnit) =>
      scoreAnomalies({ ...run, digits, asked: { kind: "oneDigit", digit: 2 }, per: unit });
    return { ...draw(id, [run]), scores: of(per), imageAuroc: of("image").auroc };
  };
  const both = (per: ScoreUnit) => {
    const models = [scored("3d-run", regularized, per), scored("3a-run", plain, per)];
    return figureOf(plotCell("3d-plot"), { ...NOTHING, drawn: models, scored: models, per });
  };

  test("are drawn of both models on the same bins, with the AUROC of each", () => {
    const figure = both("image");
    expect(figure.columns.lines.map(({ label, isReference }) => [label, isReference])).toEqual([
      ["digit 2, (d)", undefined],
      ["other digits, (d)", undefined],
      ["digit 2, (a)", true],
      ["other digits, (a)", true],
    ]);
    expect(figure.note).toBe("AUROC of images: 0.4942 for (d), 0.9954 for (a).");
    expect([figure.shape, figure.file]).toEqual(["steps", "3d-plot-image"]);
  });

  test("say of pixels that they are of pixels, and keep the AUROC of images beside", () => {
    const figure = both("pixel");
    expect(figure.note).toBe(
      "AUROC of pixels: 0.5094 for (d), 0.6879 for (a). AUROC of images: 0.4942 for (d), 0.9954 for (a).",
    );
    expect(figure.x.name).toBe("square error of a single pixel");
    expect(figure.y.name).toBe("share of the pixels of each kind (%)");
  });

  test("name nothing apart where there is one model", () => {
    const model = scored("3a-run", plain, "image");
    const figure = figureOf(plotCell("3a-plot"), { ...NOTHING, drawn: [model], scored: [model] });
    expect(figure.columns.lines.map(({ label }) => label)).toEqual(["digit 2", "other digits"]);
    expect(figure.note).toBe("AUROC of images: 0.9954.");
  });
});

test("a place is said as the pages say it", () => {
  expect(sayPlace(placed("2d-run"))).toBe("problem 2 (d)");
  expect(placeOf(BUILT_IN_HOMEWORK, "1-digits")).toBeNull();
});
