import { BITMAP_SIDE } from "../../../shared/dataset/bitmap.ts";

/** A place on the bitmap, in its pixels from the top left corner: 0 to 32, the middle of the first pixel at 0.5. */
export type Point = { readonly x: number; readonly y: number };

export type Tool = "pen" | "eraser";
export type Stroke = { readonly from: Point; readonly to: Point; readonly tool: Tool };

/** Half of a stroke's width, in pixels of the bitmap: strokes of the data fill a block, which is 4 wide. */
const RADIUS: Record<Tool, number> = { pen: 2.1, eraser: 3.2 };

/** The bitmap [32 * 32] with every pixel set, or cleared, whose middle the round tip of the tool passes over. */
export function drawStroke(bitmap: Uint8Array, { from, to, tool }: Stroke): Uint8Array {
  const drawn = bitmap.slice();
  const radius = RADIUS[tool];
  const rows = reach(from.y, to.y, radius);
  const columns = reach(from.x, to.x, radius);
  for (let row = rows.first; row <= rows.last; row++) {
    for (let column = columns.first; column <= columns.last; column++) {
      if (distance({ x: column + 0.5, y: row + 0.5 }, from, to) <= radius)
        drawn[row * BITMAP_SIDE + column] = tool === "pen" ? 1 : 0;
    }
  }
  return drawn;
}

/** The pixels along one side that the tip may touch. */
function reach(a: number, b: number, radius: number) {
  return {
    first: Math.max(0, Math.floor(Math.min(a, b) - radius)),
    last: Math.min(BITMAP_SIDE - 1, Math.floor(Math.max(a, b) + radius)),
  };
}

/** From a point to the nearest point of the segment a to b. */
export function distance(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - share * dx, point.y - a.y - share * dy);
}
