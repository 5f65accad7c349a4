/** The size of the frame that lines run through, in px: the first axis at its left edge, the last at its right. */
export type Frame = { readonly width: number; readonly height: number };

/** Further away than this a pointer points at no line. */
const REACH = 24; // px

/**
 * Which of the lines runs nearest to a point of the frame, from its top left; `lines` are shares at axes that stand at equal
 * distances. Null where none is near. Only the two axes around the point matter: lines run from left to right.
 */
export function nearestLine(
  lines: readonly (readonly number[])[],
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: Frame,
): number | null {
  let [nearest, least]: [number | null, number] = [null, REACH];
  for (const [i, shares] of lines.entries()) {
    const gap = width / Math.max(1, shares.length - 1);
    const left = Math.min(shares.length - 2, Math.max(0, Math.floor(x / gap)));
    const [from, to] = [(1 - (shares[left] ?? 0)) * height, (1 - (shares[left + 1] ?? 0)) * height];
    const along = Math.min(1, Math.max(0, x / gap - left));
    // The distance to the straight line through both ends, which is nearest where the line is steep.
    const away = Math.abs(from + along * (to - from) - y) * (gap / Math.hypot(gap, to - from));
    if (away < least) [nearest, least] = [i, away];
  }
  return nearest;
}
