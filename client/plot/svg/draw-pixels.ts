import { mixColors, PRINT_COLORS } from "./print-colors.ts";
import { tag } from "./xml.ts";

/** What an image's numbers stand for: from dark to light, or around zero. The same two as on the page (parts/pixels.ts). */
export type PrintRamp = "image" | "residual";

const SIDE = 8; // pixels
const STEPS = 256;

/**
 * One 8x8 image as squares that are sharp at any size, `pixel` px each; values outside `range` take its ends' colours. A path
 * a colour, of all pixels that have it.
 */
export function drawPixels(
  values: ArrayLike<number>,
  { range, ramp, pixel }: { range: readonly [number, number]; ramp: PrintRamp; pixel: number },
): string {
  const colors = readColors(ramp);
  const [low, high] = range;
  const squares = new Map<string, string>();
  for (let i = 0; i < SIDE * SIDE; i++) {
    const share = Math.min(1, Math.max(0, ((values[i] ?? 0) - low) / (high - low)));
    const color = colors[Math.round(share * (STEPS - 1))] ?? "";
    const [x, y] = [(i % SIDE) * pixel, Math.floor(i / SIDE) * pixel];
    squares.set(color, `${squares.get(color) ?? ""}M${x} ${y}h${pixel}v${pixel}h-${pixel}z`);
  }
  const paths = [...squares].map(([fill, d]) => tag("path", { d, fill })).join("");
  return tag("g", { "shape-rendering": "crispEdges" }, paths);
}

const ENDS: Record<PrintRamp, readonly (keyof typeof PRINT_COLORS)[]> = {
  image: ["pixel-low", "pixel-high"],
  residual: ["residual-negative", "residual-zero", "residual-positive"],
};
const known = new Map<PrintRamp, readonly string[]>();

/** The colours of a ramp from its low end to its high one, mixed once. */
function readColors(ramp: PrintRamp): readonly string[] {
  const mixed = known.get(ramp) ?? Array.from({ length: STEPS }, (_, i) => colorAt(ramp, i / (STEPS - 1)));
  known.set(ramp, mixed);
  return mixed;
}

function colorAt(ramp: PrintRamp, share: number): string {
  const ends = ENDS[ramp];
  const place = share * (ends.length - 1);
  const at = Math.min(ends.length - 2, Math.floor(place));
  const [from, to] = [ends[at], ends[at + 1]];
  if (from === undefined || to === undefined)
    throw new RangeError(`no colour at ${share} of the ramp ${ramp}`);
  return mixColors(PRINT_COLORS[to], PRINT_COLORS[from], place - at);
}
