import { describe, expect, test } from "vitest";
import { makeScale, meetAxes } from "../../../../client/views/search/axes.ts";
import { isInside, moveEnd, rangeOfDrag, stepEnd, WHOLE } from "../../../../client/views/search/brush.ts";
import { buildSearchSvg } from "../../../../client/views/search/build-search-svg.ts";
import { nearestLine } from "../../../../client/views/search/nearest-line.ts";
import { axesOf, trial } from "./trials.ts";

describe("an axis", () => {
  test("of values many sizes apart is logarithmic, with 0 at its own place at the foot", () => {
    const toShare = makeScale([0, 0.001, 0.01, 0.1]);
    const shares = [0, 0.001, 0.01, 0.1].map(toShare);
    expect(shares[0]).toBe(0);
    expect(shares[1]).toBeGreaterThan(0.1);
    expect(shares[3]).toBeCloseTo(1, 12);
    expect((shares[2] ?? 0) - (shares[1] ?? 0)).toBeCloseTo((shares[3] ?? 0) - (shares[2] ?? 0), 12);
  });

  test("of values of one size is linear from 0, or from the least", () => {
    expect([0, 0.1, 0.5].map(makeScale([0, 0.1, 0.5]))).toEqual([0, 0.2, 1]);
    expect([10, 20, 30].map(makeScale([10, 20, 30]))).toEqual([0, 0.5, 1]);
  });

  test("of one value stands in the middle, and of 0 and another at both ends", () => {
    expect(makeScale([7])(7)).toBe(0.5);
    expect([0, 3].map(makeScale([0, 3]))).toEqual([0, 1]);
  });

  test("of AUROC runs from a coin to 1, and from lower where runs are", () => {
    const auroc = (lowest: number) =>
      axesOf([trial({}, lowest)])
        .at(-1)
        ?.toShare(0.75);
    expect(auroc(0.9)).toBeCloseTo(0.5, 12);
    expect(auroc(0.31)).toBeCloseTo(0.45 / 0.7, 12);
  });

  test("is met by a run where its value is marked", () => {
    const trials = [trial({ l2: 0.5 }, 0.5), trial({ l2: 0, width: 80 }, 1)];
    const axes = axesOf(trials);
    expect(trials.map((one) => meetAxes(one, axes))).toEqual([
      [0.5, 0.5, 1, 0, 0],
      [0.5, 0.5, 0, 1, 1],
    ]);
  });
});

describe("a range", () => {
  const axes = ["l1", "l2"] as const;

  test("leaves in the lines that meet every axis inside of it, its ends included", () => {
    const ranges = { l2: { low: 0.5, high: 1 } };
    expect(
      [
        [0, 0.5],
        [1, 1],
        [0, 0.49],
      ].map((shares) => isInside(shares, axes, ranges)),
    ).toEqual([...[true, true, false]]);
  });

  test("is dragged out in either direction, and a touch takes it away", () => {
    expect(rangeOfDrag(0.8, 0.2)).toEqual({ low: 0.2, high: 0.8 });
    expect(rangeOfDrag(0.8, 1.7)).toEqual({ low: 0.8, high: 1 });
    expect(rangeOfDrag(0.5, 0.505)).toEqual(WHOLE);
  });

  test("has ends that never pass each other", () => {
    expect(moveEnd({ low: 0.2, high: 0.4 }, "low", 0.9)).toEqual({ low: 0.4, high: 0.4 });
    expect(moveEnd({ low: 0.2, high: 0.4 }, "high", -1)).toEqual({ low: 0.2, high: 0.2 });
  });

  test("is moved by keys between the values that are marked, one at a time", () => {
    const [axis] = axesOf([trial({ dropout: 0 }, 1), trial({ dropout: 0.1 }, 1), trial({ dropout: 0.5 }, 1)]);
    const stops = axis?.stops ?? [];
    expect(stops).toEqual([0, 0.1, 0.6, 1]);
    expect(["ArrowUp", "ArrowDown", "Home", "End", "a"].map((key) => stepEnd(0.1, key, stops))).toEqual([
      ...[0.6, 0, 0, 1, null],
    ]);
  });
});

describe("the line under a pointer", () => {
  const lines = [
    [1, 0, 1],
    [0, 0, 0],
  ];
  const frame = { width: 200, height: 100 };

  test("is the one that runs nearest, between the axes around it", () => {
    expect(nearestLine(lines, { x: 50, y: 45 }, frame)).toBe(0);
    expect(nearestLine(lines, { x: 50, y: 97 }, frame)).toBe(1);
    expect(nearestLine(lines, { x: 200, y: 5 }, frame)).toBe(0);
  });

  test("is measured across a line, so that a steep one is not further away for being steep", () => {
    const steep = [
      [1, 0, 0],
      [0.53, 0.53, 0.53],
    ];
    // At x = 50 the first line is 20 px below the point and the second 17 px; across, the first is 14.1 px away.
    expect(nearestLine(steep, { x: 50, y: 30 }, frame)).toBe(0);
  });

  test("is none where none is near, or where there are none", () => {
    expect(nearestLine(lines, { x: 100, y: 5 }, frame)).toBeNull();
    expect(nearestLine([], { x: 100, y: 5 }, frame)).toBeNull();
  });
});

test("the figure is saved with a line a run, its axes, and what was found", () => {
  const trials = [trial({}, 0.9), trial({ l2: 0.5 }, 0.5)];
  const svg = buildSearchSvg({ question: "Which?", axes: axesOf(trials), trials, words: ["L2 <matters>."] });
  expect(svg.match(/stroke-linejoin/g)).toHaveLength(2);
  expect(svg).toContain(">hidden size</text>");
  expect(svg).toContain("<desc>L2 &lt;matters&gt;.</desc>");
});
