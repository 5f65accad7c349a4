import { describe, expect, test } from "vitest";
import { buildClassFigure } from "../../../../client/pages/teach/plots/class-figure.ts";
import { findOutliers } from "../../../../client/pages/teach/plots/outliers.ts";
import type { ClassPlot } from "../../../../shared/api/class.ts";
import { makeGroup } from "./group.ts";

const eight = [0.1, 0.11, 0.1, 0.12, 0.09, 0.1, 0.11, 1.15].map((value) => [value]);

describe("outliers", () => {
  test("are counted in spreads from the median", () => {
    // numpy: m = median, d = median(|v - m|); (1.15 - m) / (1.4826 d) = 140.96856873
    const [first, ...more] = findOutliers(makeGroup([5], eight), ["testMse"]);
    expect(first).toMatchObject({ student: 7, width: 5, value: 1.15, link: "run7at5" });
    expect(first?.distance).toBeCloseTo(140.96856873, 6);
    expect(more).toEqual([]);
  });

  test("are not what rounding makes of one number that everyone has", () => {
    const same = [0.8612, 0.8612, 0.8612, 0.8612, 0.8612, 0.8613].map((value) => [value]);
    expect(findOutliers(makeGroup([5], same), ["testMse"])).toEqual([]);
    const other = [...same, [0.95]];
    expect(findOutliers(makeGroup([5], other), ["testMse"]).map(({ student }) => student)).toEqual([6]);
  });

  test("are not asked of four runs, nor of a width that others trained", () => {
    expect(findOutliers(makeGroup([5], [[0.1], [0.1], [0.1], [9]]), ["testMse"])).toEqual([]);
    const two = makeGroup([5, 20], [...eight.map(([value]) => [value ?? 0, null]), [null, 1.15]]);
    expect(findOutliers(two, ["testMse"]).map(({ width }) => width)).toEqual([5]);
  });

  test("are one of a run, however many of its numbers are far", () => {
    expect(findOutliers(makeGroup([5], eight), ["trainMse", "testMse", "randomMse"])).toHaveLength(1);
  });
});

describe("the figure of a class", () => {
  const plot: ClassPlot = {
    cell: "1f-plot",
    plot: "errorByWidth",
    question: "How does error fall?",
    see: "It falls.",
    students: eight.map((_, i) => `s${i}`),
    groups: [makeGroup([5], eight)],
  };

  test("has a ring for an outlier that names the student and opens the run, at the edge where it is beyond", () => {
    const { figure } = buildClassFigure(plot, (student) => `student ${student}`);
    expect(figure.columns.dots).toMatchObject([{ x: 5, href: "/r/run7at5" }]);
    expect(figure.columns.dots?.[0]?.label).toMatch(/^student 7: train error 0\.5750 at 5, 141 spreads/);
    expect(figure.columns.dots?.[0]?.y).toBeLessThanOrEqual(figure.columns.span?.[1] ?? 0);
  });

  test("for everyone's eyes has neither rings nor names nor single lines", () => {
    const { figure, outliers } = buildClassFigure(plot);
    expect([figure.columns.dots, outliers]).toEqual([[], []]);
    expect(figure.columns.lines.every(({ crowd }) => crowd === undefined)).toBe(true);
  });
});
