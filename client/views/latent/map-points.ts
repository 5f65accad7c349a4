import type { LatentMap } from "../../../shared/metrics/latent-map.ts";

/** Which components lie across and up. */
export type Axes = readonly [number, number];

export type Point = { readonly x: number; readonly y: number };

/**
 * Where each image lies on the map, [n * 2]. A code with one component alone is drawn over its digit: from 0 below to 9
 * above, as far apart as the codes are wide.
 */
export function pointsOf({ positions, shares }: LatentMap, [across, up]: Axes, labels: Uint8Array) {
  const count = shares.length;
  const points = new Float32Array(labels.length * 2);
  for (const place of labels.keys()) {
    points[2 * place] = positions[place * count + across] ?? 0;
    points[2 * place + 1] = positions[place * count + up] ?? 0;
  }
  if (count > 1) return points;
  const { width } = extentOf(points);
  for (const [place, label] of labels.entries()) points[2 * place + 1] = ((label - 4.5) / 10) * width;
  return points;
}

/** The name of an axis, with its share of the variance where PCA found it. */
export function nameAxis({ axes, shares }: LatentMap, axis: number): string {
  if (axis >= shares.length) return "digit";
  if (axes === "code") return `number ${axis + 1} of the code`;
  return `component ${axis + 1}, ${Math.round(100 * (shares[axis] ?? 0))} % of the variance`;
}

/** Between the codes and a square of `side` px, with one unit of the same length across and up. */
export type MapScale = {
  readonly side: number;
  readonly toPixels: (point: Point) => Point;
  readonly toCode: (pixels: Point) => Point;
  /** The least and the largest that has a place across, and the same up. */
  readonly reach: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
};

const MARGIN = 0.05; // of the side

export function scaleOf(points: Float32Array, side: number): MapScale {
  const { middle, width, height } = extentOf(points);
  const span = Math.max(width, height, Number.MIN_VALUE) * (1 + 2 * MARGIN);
  const unit = side / span;
  return {
    side,
    toPixels: ({ x, y }) => ({
      x: side / 2 + (x - middle.x) * unit,
      y: side / 2 - (y - middle.y) * unit,
    }),
    toCode: ({ x, y }) => ({
      x: middle.x + (x - side / 2) / unit,
      y: middle.y - (y - side / 2) / unit,
    }),
    reach: {
      x: [middle.x - span / 2, middle.x + span / 2],
      y: [middle.y - span / 2, middle.y + span / 2],
    },
  };
}

function extentOf(points: Float32Array) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return {
    middle: { x: (left + right) / 2, y: (low + high) / 2 },
    width: right - left,
    height: high - low,
  };
}
