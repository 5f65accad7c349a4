import type { Point } from "./map-points.ts";

/** Of some places, the one whose point [n * 2] lies nearest, and how far away that is; null where there are none. */
export function nearestPlace(
  points: Float32Array,
  places: Int32Array,
  { x, y }: Point,
): { readonly place: number; readonly distance: number } | null {
  let nearest: { place: number; distance: number } | null = null;
  for (const place of places) {
    const distance = Math.hypot((points[2 * place] ?? 0) - x, (points[2 * place + 1] ?? 0) - y);
    if (nearest === null || distance < nearest.distance) nearest = { place, distance };
  }
  return nearest;
}

/** A step of an arrow key, with y upwards. */
export type Direction = { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 };

/**
 * The next point in a direction: the nearest of those that lie rather that way than sideways. The same place where nothing
 * lies there.
 */
export function placeBeyond(
  points: Float32Array,
  places: Int32Array,
  { from, direction }: { readonly from: number; readonly direction: Direction },
): number {
  const [x, y] = [points[2 * from] ?? 0, points[2 * from + 1] ?? 0];
  const beyond = places.filter((place) => {
    const [dx, dy] = [(points[2 * place] ?? 0) - x, (points[2 * place + 1] ?? 0) - y];
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    return along > 0 && aside <= along;
  });
  return nearestPlace(points, beyond, { x, y })?.place ?? from;
}

/** The places whose points lie inside a closed line, by the even-odd rule. */
export function placesInside(
  points: Float32Array,
  places: Int32Array,
  outline: readonly Point[],
): Int32Array {
  return places.filter((place) =>
    isInside(outline, { x: points[2 * place] ?? 0, y: points[2 * place + 1] ?? 0 }),
  );
}

function isInside(outline: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before !== undefined && corner.y > y !== before.y > y) {
      const crossing = before.x + ((y - before.y) / (corner.y - before.y)) * (corner.x - before.x);
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** A rectangle as a closed line, for who draws no lasso. */
export function rectangle(middle: Point, halfWidth: number, halfHeight: number): readonly Point[] {
  const [left, right] = [middle.x - halfWidth, middle.x + halfWidth];
  const [low, high] = [middle.y - halfHeight, middle.y + halfHeight];
  return [
    { x: left, y: low },
    { x: right, y: low },
    { x: right, y: high },
    { x: left, y: high },
  ];
}

/** How many of some places belong to each digit, [10]. */
export function countDigits(places: Int32Array, labels: Uint8Array): readonly number[] {
  const counts = new Array<number>(10).fill(0);
  for (const place of places) {
    const label = labels[place] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}
