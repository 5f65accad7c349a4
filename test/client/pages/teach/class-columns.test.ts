import { describe, expect, test } from "vitest";
import {
  buildClassByWidth,
  CLASS_TRAIN_AND_TEST,
} from "../../../../client/pages/teach/plots/class-columns.ts";
import { buildDistribution } from "../../../../client/pages/teach/plots/distribution.ts";
import { makeGroup } from "./group.ts";

const five = [
  [0.9, 0.5],
  [0.8, 0.4],
  [0.85, 0.45],
  [0.82, null],
  [0.88, 0.42],
];
const options = { measures: CLASS_TRAIN_AND_TEST, singles: true, least: 1 };
const testMedian = (lines: readonly { label: string }[]) =>
  lines.find(({ label }) => label === "test, median");

describe("a class by width", () => {
  test("draws the median and the quartiles of those who trained a width, and every student behind them", () => {
    // numpy.percentile([0.9, 0.8, 0.85, 0.82, 0.88], [25, 50, 75]) is [0.82, 0.85, 0.88]
    const { x, lines } = buildClassByWidth([makeGroup([5, 20], five)], options);
    const test = lines.find(({ label }) => label === "test, median");
    expect(x).toEqual([5, 20]);
    expect([test?.band?.low[0], test?.values[0], test?.band?.high[0]]).toEqual([0.82, 0.85, 0.88]);
    expect(test?.crowd).toEqual(five);
  });

  test("has PyTorch's number and the floor where there are some, and no empty line where there are none", () => {
    const reference = {
      trainMse: [null, null],
      testMse: [0.86, null],
      randomMse: [null, null],
      auroc: [null, null],
    };
    const { lines } = buildClassByWidth(
      [makeGroup([5, 20], five, { reference, floors: [0.2, 0.05] })],
      options,
    );
    expect(lines.map(({ label }) => label)).toEqual([
      "train, median",
      "test, median",
      "test, PyTorch",
      "PCA floor",
    ]);
    expect(lines.at(-1)).toMatchObject({ meaning: "floor", values: [0.2, 0.05] });
  });

  test("compares with another part by its median alone, at the widths of both", () => {
    const other = makeGroup([1, 5], [[0.7, 0.1]], { part: "2d" });
    const { x, lines } = buildClassByWidth([makeGroup([5, 20], five), other], options);
    expect(x).toEqual([1, 5, 20]);
    const compared = lines.find(({ label }) => label === "test, median of Part 2d");
    expect(compared).toMatchObject({ values: [0.7, 0.1, null], isReference: true });
    expect(compared?.crowd).toBeUndefined();
  });

  test("keeps a run that ran away out of the axis, and those near the others in it", () => {
    const { span } = buildClassByWidth([makeGroup([5], [[0.9], [0.8], [0.85], [0.82], [1e6]])], options);
    expect(span?.[1]).toBeGreaterThanOrEqual(0.9);
    expect(span?.[1]).toBeLessThan(2);
  });

  test("shows no single student and no quartiles of a few where it is for everyone's eyes", () => {
    const { lines } = buildClassByWidth([makeGroup([5, 20], five)], { ...options, singles: false, least: 5 });
    expect(lines.map(({ crowd }) => crowd)).toEqual([undefined, undefined]);
    expect(testMedian(lines)).toMatchObject({ values: [0.85, null] });
  });
});

describe("a distribution", () => {
  test("counts every student once, those beyond the axis in its last step", () => {
    const values = [0.9, 0.8, 0.85, 0.82, 0.88, 1e6].map((value) => [value]);
    const { x, lines, rows } = buildDistribution([makeGroup([5], values)], { metric: "testMse", width: 5 });
    const counts = rows.map((row) => lines[0]?.values[row] ?? 0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(counts.at(-1)).toBe(1);
    expect(x.at(-1)).toBeLessThan(2);
  });

  test("of one number that everyone has is one step, and of none is nothing", () => {
    const group = makeGroup([5], [[0.8612], [0.8612], [0.8612]]);
    const { lines } = buildDistribution([group], { metric: "testMse", width: 5 });
    expect(lines[0]?.values.slice(0, -1).filter((count) => count !== 0)).toEqual([3]);
    expect(buildDistribution([group], { metric: "auroc", width: 5 }).rows).toEqual([]);
  });
});
