import type { Meaning, PlotColumns, PlotLine } from "./columns.ts";

export type MarkerShape = "circle" | "square" | "triangle" | "none";

/** One meaning, one colour, dash and marker, on canvas and in legends alike. */
export const MARKS: Record<Meaning, { readonly dash: readonly number[]; readonly marker: MarkerShape }> = {
  train: { dash: [], marker: "circle" },
  test: { dash: [], marker: "square" },
  random: { dash: [], marker: "triangle" },
  floor: { dash: [5, 4], marker: "none" },
  normal: { dash: [], marker: "none" },
  anomaly: { dash: [4, 3], marker: "none" },
  encoder: { dash: [8, 3], marker: "none" },
  decoder: { dash: [], marker: "none" },
};

/** How a line's measurements are marked; null where they are not. */
export function markerOf({
  meaning,
  isReference = false,
  isMarked = true,
}: Pick<PlotLine, "meaning" | "isReference" | "isMarked">): {
  readonly shape: MarkerShape;
  readonly isHollow: boolean;
} | null {
  const shape = MARKS[meaning].marker;
  return shape === "none" || !isMarked ? null : { shape, isHollow: isReference };
}

/** With more measurements than this, markers would hide the line. */
const MAX_MARKED = 60;

/** Whether a line has so few measurements that each can be marked. */
export function hasRoomForMarkers({ values }: PlotLine, { rows }: PlotColumns): boolean {
  return rows.filter((row) => values[row] != null).length <= MAX_MARKED;
}

/** CSS px. */
export function lineWidth({
  meaning,
  isReference = false,
}: Pick<PlotLine, "meaning" | "isReference">): number {
  return meaning === "floor" || isReference ? 1.5 : 2;
}

/** A CSS colour; on a canvas it must be resolved first (resolveColor). */
export function lineColor({ meaning, shade }: Pick<PlotLine, "meaning" | "shade">): string {
  if (shade === undefined || shade >= 1) return `var(--${meaning})`;
  return `color-mix(in oklab, var(--${meaning}) ${Math.round(shade * 100)}%, var(--surface))`;
}

/** An SVG path of a marker around (0, 0), `r` its half width. */
export function markerPath(shape: MarkerShape, r: number): string {
  switch (shape) {
    case "circle":
      return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
    case "square":
      return `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
    case "triangle":
      return `M0,${-r * 1.2}L${r * 1.15},${r * 0.8}H${-r * 1.15}z`;
    case "none":
      return "";
    default:
      return shape satisfies never;
  }
}

/** How strong each of many lines is, so that few are still seen and many do not become a surface. */
export function crowdOpacity(count: number): number {
  return Math.min(0.35, Math.max(0.05, 12 / count));
}
