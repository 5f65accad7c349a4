import { expect, test } from "vitest";
import {
  countDigits,
  nearestPlace,
  placeBeyond,
  placesInside,
  rectangle,
} from "../../../../client/views/latent/find-points.ts";

/** Place 0 in the middle, 1 right of it, 2 above it, 3 left and a little lower, 4 far right. */
const points = Float32Array.of(0, 0, 1, 0, 0, 1, -1, -0.2, 5, 0.5);
const places = Int32Array.of(0, 1, 2, 3, 4);

test("the nearest point is found, with its distance", () => {
  expect(nearestPlace(points, places, { x: 0.9, y: 0 })).toEqual({
    place: 1,
    distance: expect.closeTo(0.1, 6),
  });
  expect(nearestPlace(points, Int32Array.of(3, 4), { x: 0.9, y: 0 })?.place).toBe(3);
  expect(nearestPlace(points, new Int32Array(0), { x: 0, y: 0 })).toBeNull();
});

test("an arrow key goes to the nearest point that lies rather that way than sideways", () => {
  const go = (from: number, x: -1 | 0 | 1, y: -1 | 0 | 1) =>
    placeBeyond(points, places, { from, direction: { x, y } });
  expect([go(0, 1, 0), go(0, 0, 1), go(0, -1, 0), go(1, 1, 0)]).toEqual([1, 2, 3, 4]);
});

test("an arrow key passes over a nearer point that lies rather sideways", () => {
  const aslant = Float32Array.of(0, 0, -1, -0.2, -0.1, -0.8);
  expect(placeBeyond(aslant, Int32Array.of(0, 1, 2), { from: 0, direction: { x: -1, y: 0 } })).toBe(1);
});

test("an arrow key stays where nothing lies that way", () => {
  expect(placeBeyond(points, places, { from: 4, direction: { x: 1, y: 0 } })).toBe(4);
});

test("a lasso that bends inwards leaves out what lies in its bay", () => {
  const bay = [
    { x: -2, y: -2 },
    { x: 2, y: -2 },
    { x: 2, y: 2 },
    { x: 0, y: -1 },
    { x: -2, y: 2 },
  ];
  expect(Array.from(placesInside(points, places, bay))).toEqual([1, 3]);
});

test("a rectangle holds what lies in it, of the places that are shown", () => {
  const box = rectangle({ x: 0, y: 0 }, 1.5, 0.5);
  expect(Array.from(placesInside(points, places, box))).toEqual([0, 1, 3]);
  expect(Array.from(placesInside(points, Int32Array.of(1, 4), box))).toEqual([1]);
  expect(Array.from(placesInside(points, places, []))).toEqual([]);
});

test("the digits of some places are counted", () => {
  expect(countDigits(Int32Array.of(0, 2, 3), Uint8Array.of(7, 1, 7, 0))).toEqual([
    1, 0, 0, 0, 0, 0, 0, 2, 0, 0,
  ]);
});
