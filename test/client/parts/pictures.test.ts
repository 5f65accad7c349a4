import { describe, expect, test } from "vitest";
import { cornerOf, layOutGrid, paintGrid, placeAt, reachOf } from "../../../client/parts/pictures.ts";

const digits = { values: new Float32Array(30 * 64), count: 30, height: 8, width: 8 };
const grid = layOutGrid(digits, { count: 30, room: 328, size: 40 });

describe("a grid of pictures", () => {
  test("has whole px, as many columns as fit a phone, and the rows that are left", () => {
    expect(grid).toEqual({ columns: 7, rows: 5, pixel: 5, gap: 5, width: 310, height: 220 });
    expect(layOutGrid(digits, { count: 3, room: 328, size: 40 })).toMatchObject({ columns: 3, rows: 1 });
    expect(layOutGrid(digits, { count: 3, room: 10, size: 40 })).toMatchObject({ columns: 1, rows: 3 });
  });

  test("finds each picture again at its corner, and the nearest one outside", () => {
    for (let place = 0; place < 30; place++)
      expect(placeAt(digits, grid, cornerOf(digits, grid, place))).toBe(place);
    expect(placeAt(digits, grid, { x: -5, y: 1_000 })).toBe(28);
  });

  test("paints each value as a block of its colour, and leaves the gaps blank", () => {
    const palette = Uint8ClampedArray.of(0, 0, 0, 255, 100, 100, 100, 255, 255, 255, 255, 255);
    const two = { values: [-1, 0, 1, 1, 9, -9], count: 2, height: 1, width: 3 };
    const small = layOutGrid(two, { count: 2, room: 100, size: 6 });
    const data = paintGrid(two, small, { from: 0, to: 2, range: [-1, 1], palette });
    const at = (x: number) => Array.from(data.subarray(4 * x, 4 * x + 4));
    expect(small).toMatchObject({ pixel: 2, gap: 2, width: 14, height: 2 });
    expect(data).toHaveLength(4 * 14 * 2);
    const [low, middle, high, blank] = [
      [0, 0, 0, 255],
      [100, 100, 100, 255],
      [255, 255, 255, 255],
      [0, 0, 0, 0],
    ];
    expect([0, 1, 2, 4].map(at)).toEqual([low, low, middle, high]);
    expect([6, 8, 10, 12].map(at)).toEqual([blank, high, high, low]);
  });

  test("has colours that reach as far below zero as above it", () => {
    expect(reachOf([1, -3], Float64Array.of(2))).toEqual([-3, 3]);
    expect(reachOf([0, 0])).toEqual([-1, 1]);
  });
});
