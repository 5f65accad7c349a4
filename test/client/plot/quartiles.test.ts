import { expect, test } from "vitest";
import { quartilesOf } from "../../../client/plot/quartiles.ts";

test("quartiles are NumPy's, of even and odd counts", () => {
  // numpy 2.4.6: numpy.percentile([0.11, 0.4, 0.07, 0.9, 0.23, 0.5], [25, 50, 75]), numpy.percentile([3, 1, 2, 10, 4], [25, 50, 75])
  const six = quartilesOf([0.11, 0.4, 0.07, 0.9, 0.23, 0.5]);
  expect([six?.low, six?.median, six?.high].map((value) => value?.toFixed(12))).toEqual([
    (0.14).toFixed(12),
    (0.315).toFixed(12),
    (0.475).toFixed(12),
  ]);
  expect(quartilesOf([3, 1, 2, 10, 4])).toEqual({ low: 2, median: 3, high: 4 });
});

test("who has no value does not count, and of no values there are no quartiles", () => {
  expect(quartilesOf([null, 2, null])).toEqual({ low: 2, median: 2, high: 2 });
  expect(quartilesOf([null])).toBeNull();
});
