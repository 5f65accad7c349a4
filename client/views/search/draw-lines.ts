import type { Look } from "../../plot/look.ts";
import { formatTick } from "../../plot/ticks.ts";
import type { Axis } from "./axes.ts";
import type { Frame } from "./nearest-line.ts";

/** Room around the frame in which lines run, in px at 16 px a rem: for half a tick label at each side. */
export const INSET = { x: 20, y: 12 } as const;

/** From an axis to its labels: beside the hands of its range. */
const LABEL_GAP = 11;

/** A line as it is drawn: its shares at the axes, from 0 to 1 how good it is, and whether the ranges leave it in. */
export type DrawnLine = {
  readonly shares: readonly number[];
  readonly goodness: number;
  readonly isInside: boolean;
};

export type Colors = Look & {
  /** From bad to good, at equal steps. */
  readonly ramp: readonly string[];
};

/** How good an AUROC is, 0 to 1: a coin's 0.5 and all below it are 0. */
export function goodnessOf(auroc: number): number {
  return Math.min(1, Math.max(0, (auroc - 0.5) * 2));
}

/** The better a line, the stronger and wider it is drawn, and the later, over the others; `read` is drawn last, in ink. */
export function drawParallel(
  context: CanvasRenderingContext2D,
  {
    axes,
    lines,
    read,
    frame,
    colors,
  }: {
    readonly axes: readonly Axis[];
    readonly lines: readonly DrawnLine[];
    readonly read: number | null;
    /** In CSS px, without the inset. */
    readonly frame: Frame;
    readonly colors: Colors;
  },
): void {
  const { zoom } = colors;
  const [left, top] = [INSET.x * zoom, INSET.y * zoom];
  const gap = frame.width / Math.max(1, axes.length - 1);
  const y = (share: number) => top + (1 - share) * frame.height;

  context.clearRect(0, 0, frame.width + 2 * left, frame.height + 2 * top);
  context.lineJoin = "round";
  const trace = (shares: readonly number[]) => {
    context.beginPath();
    for (const [i, share] of shares.entries()) context.lineTo(left + i * gap, y(share));
    context.stroke();
  };
  const order = lines.toSorted((a, b) => Number(a.isInside) - Number(b.isInside) || a.goodness - b.goodness);
  for (const { shares, goodness, isInside } of order) {
    context.globalAlpha = isInside ? 0.9 : 0.13;
    context.strokeStyle = colors.ramp[Math.round(goodness * (colors.ramp.length - 1))] ?? colors.ink;
    context.lineWidth = (1 + 1.5 * goodness) * zoom;
    trace(shares);
  }
  context.globalAlpha = 1;
  const picked = read === null ? undefined : lines[read];
  if (picked !== undefined) {
    context.strokeStyle = colors.surface;
    context.lineWidth = 6 * zoom;
    trace(picked.shares);
    context.strokeStyle = colors.ink;
    context.lineWidth = 3 * zoom;
    trace(picked.shares);
  }
  drawAxes(context, { axes, colors, x: (i) => left + i * gap, y });
}

function drawAxes(
  context: CanvasRenderingContext2D,
  {
    axes,
    colors,
    x,
    y,
  }: {
    readonly axes: readonly Axis[];
    readonly colors: Colors;
    readonly x: (axis: number) => number;
    readonly y: (share: number) => number;
  },
): void {
  const { zoom } = colors;
  context.font = colors.font;
  context.textBaseline = "middle";
  for (const [i, { ticks }] of axes.entries()) {
    context.strokeStyle = colors.muted;
    context.lineWidth = zoom;
    context.beginPath();
    context.moveTo(x(i), y(1));
    context.lineTo(x(i), y(0));
    context.stroke();
    const isLast = i === axes.length - 1;
    context.textAlign = isLast ? "right" : "left";
    for (const { value, share } of ticks) {
      const [text, at] = [formatTick(value), x(i) + (isLast ? -LABEL_GAP : LABEL_GAP) * zoom];
      context.lineWidth = 4 * zoom;
      context.strokeStyle = colors.surface;
      context.strokeText(text, at, y(share));
      context.fillStyle = colors.ink;
      context.fillText(text, at, y(share));
      context.fillRect(x(i) - 3 * zoom, y(share) - zoom / 2, 6 * zoom, zoom);
    }
  }
}
