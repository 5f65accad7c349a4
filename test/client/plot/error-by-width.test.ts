import { describe, expect, test } from "vitest";
import {
  buildErrorByWidth,
  buildRandomByWidth,
  floorAt,
  type SweepPoint,
} from "../../../client/plot/error-by-width.ts";

function point(width: number, testMse: number): SweepPoint {
  return { width, metrics: { trainMse: testMse / 2, testMse, randomMse: testMse * 2 } };
}
const floors = Float64Array.from({ length: 65 }, (_, h) => (80 - h) / 64);

describe("error by width", () => {
  test("orders the widths, whatever order they were trained in", () => {
    const { x, lines } = buildErrorByWidth([point(20, 0.2), point(5, 0.4)], "none");
    expect(x).toEqual([5, 20]);
    expect(lines.map(({ label, values }) => [label, values])).toEqual([
      ["train", [0.2, 0.1]],
      ["test", [0.4, 0.2]],
    ]);
  });

  test("draws the mean over seeds, and a band of one sample standard deviation around it", () => {
    // numpy.std([1, 2, 3], ddof=1) is 1
    const { lines } = buildErrorByWidth([point(5, 1), point(5, 2), point(5, 3)], "none");
    expect(lines[1]?.values).toEqual([2]);
    expect(lines[1]?.band).toEqual({ low: [1], high: [3] });
  });

  test("has no band where every width was trained once", () => {
    const { lines } = buildErrorByWidth([point(5, 1), point(20, 2)], "none");
    expect(lines.every(({ band }) => band === undefined)).toBe(true);
  });

  test("bends the floor at every whole width, but measures at the trained ones alone", () => {
    const { x, rows, lines } = buildErrorByWidth([point(2, 1), point(5, 1)], floors);
    expect(x).toEqual([2, 3, 4, 5]);
    expect(rows.map((row) => x[row])).toEqual([2, 5]);
    expect(lines[2]?.values).toEqual([78, 77, 76, 75].map((n) => n / 64));
    expect(lines[0]?.values).toEqual([0.5, null, null, 0.5]);
  });

  test("gives models wider than the image the floor of its 64 pixels", () => {
    expect(floorAt(floors, 200)).toBe(floorAt(floors, 64));
    expect(buildErrorByWidth([point(200, 1)], floors).lines[2]?.values).toEqual([16 / 64]);
  });

  test("names its lines before there is a value, so that the legend has its room", () => {
    const { rows, lines } = buildErrorByWidth([], "awaited");
    expect(rows).toEqual([]);
    expect(lines.map(({ label }) => label)).toEqual(["train", "test", "PCA floor"]);
  });

  test("keeps random data on a plot of its own", () => {
    expect(buildRandomByWidth([point(5, 0.5)]).lines).toEqual([
      { label: "random data", meaning: "random", values: [1] },
    ]);
  });
});
