import { countBelow } from "../../../shared/metrics/count-below.ts";
import type { Look } from "../../plot/look.ts";
import { formatTick, linearTicks } from "../../plot/ticks.ts";
import { type Panel, type PanelLayout, type PanelRow, toX } from "./panel.ts";
import { formatShare } from "./words.ts";

export type PanelLook = Look & { readonly normal: string; readonly anomaly: string };

/** Where the threshold is, and whether it can be taken hold of here. */
export type Threshold = { readonly score: number; readonly isHeld: boolean };

/** Draws one model's figure: the heaps, the digits' rows, and the threshold through both. `context` counts in CSS px. */
export function drawPanel(
  context: CanvasRenderingContext2D,
  panel: Panel,
  { at, look, threshold }: { at: PanelLayout; look: PanelLook; threshold: Threshold },
): void {
  context.clearRect(0, 0, at.width, at.height);
  const end = panel.edges.at(-1) ?? 1;
  const x = (score: number) => toX(score, end, at);
  drawAlarmSide(context, x(threshold.score), at, look);
  drawAxes(context, { panel, x, at, look });
  drawHeap(context, { panel, x, at, color: look.normal, side: "normal" });
  drawHeap(context, { panel, x, at, color: look.anomaly, side: "anomaly" });
  for (const [i, row] of panel.rows.entries()) drawRow(context, row, { i, x, at, look, threshold });
  drawThreshold(context, threshold, { x: x(threshold.score), at, look });
}

type Place = {
  readonly x: (score: number) => number;
  readonly at: PanelLayout;
  readonly look: PanelLook;
};

function drawAlarmSide(context: CanvasRenderingContext2D, x: number, at: PanelLayout, look: PanelLook): void {
  context.globalAlpha = 0.07;
  context.fillStyle = look.anomaly;
  context.fillRect(x, at.top, at.right - x, at.height - at.top);
  context.globalAlpha = 1;
}

function drawAxes(
  context: CanvasRenderingContext2D,
  { panel, x, at, look }: Place & { readonly panel: Panel },
): void {
  const end = panel.edges.at(-1) ?? 1;
  context.font = look.font;
  context.lineWidth = 1;
  context.strokeStyle = look.grid;
  context.fillStyle = look.muted;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const tick of linearTicks(0, panel.highest, 3)) {
    const y = Math.round(at.bottom - (tick / panel.highest) * (at.bottom - at.top)) + 0.5;
    line(context, [at.left, y], [at.right, y]);
    context.fillText(formatTick(tick), at.left - 5 * at.zoom, y);
  }
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const tick of linearTicks(0, end, 6)) {
    line(context, [x(tick), at.bottom], [x(tick), at.bottom + 4 * at.zoom]);
    context.fillText(formatTick(tick), x(tick), at.bottom + 6 * at.zoom);
  }
  context.textBaseline = "bottom";
  context.textAlign = "right";
  context.fillText("alarm", at.width - 2 * at.zoom, at.rowsTop);
}

function drawHeap(
  context: CanvasRenderingContext2D,
  {
    panel,
    x,
    at,
    color,
    side,
  }: Omit<Place, "look"> & {
    readonly panel: Panel;
    readonly color: string;
    readonly side: "normal" | "anomaly";
  },
): void {
  const outline = new Path2D();
  outline.moveTo(at.left, at.bottom);
  for (const [i, share] of panel[side].entries()) {
    const y = at.bottom - (share / panel.highest) * (at.bottom - at.top);
    outline.lineTo(x(panel.edges[i] ?? 0), y);
    outline.lineTo(x(panel.edges[i + 1] ?? 0), y);
  }
  outline.lineTo(at.right, at.bottom);
  context.globalAlpha = side === "normal" ? 0.3 : 0.12;
  context.fillStyle = color;
  context.fill(outline);
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 1.75 * at.zoom;
  context.setLineDash(side === "normal" ? [] : [4 * at.zoom, 3 * at.zoom]);
  context.stroke(outline);
  context.setLineDash([]);
}

function drawRow(
  context: CanvasRenderingContext2D,
  row: PanelRow,
  { i, x, at, look, threshold }: Place & { readonly i: number; readonly threshold: Threshold },
): void {
  const y = at.rowsTop + (i + 0.5) * at.rowHeight;
  const half = at.rowHeight * 0.3;
  const color = row.isNormal ? look.normal : look.anomaly;
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1.25 * at.zoom;
  line(context, [x(row.low), y], [x(row.high), y]);
  const [from, to] = [x(row.lowerQuartile), x(row.upperQuartile)];
  context.globalAlpha = row.isNormal ? 0.45 : 0.25;
  context.fillRect(from, y - half, to - from, 2 * half);
  context.globalAlpha = 1;
  context.strokeRect(from, y - half, to - from, 2 * half);
  context.lineWidth = 2.5 * at.zoom;
  line(context, [x(row.median), y - half], [x(row.median), y + half]);

  context.font = row.isNormal ? `bold ${look.font}` : look.font;
  context.fillStyle = row.isNormal ? look.ink : look.muted;
  context.textBaseline = "middle";
  context.textAlign = "right";
  context.fillText(String(row.digit), at.left - 8 * at.zoom, y);
  const alarms = row.sorted.length - countBelow(row.sorted, threshold.score);
  context.fillText(formatShare(alarms, row.sorted.length), at.width - 2 * at.zoom, y);
}

function drawThreshold(
  context: CanvasRenderingContext2D,
  { score, isHeld }: Threshold,
  { x, at, look }: { readonly x: number; readonly at: PanelLayout; readonly look: PanelLook },
): void {
  context.strokeStyle = look.ink;
  context.fillStyle = look.ink;
  context.lineWidth = 1.5 * at.zoom;
  context.setLineDash(isHeld ? [] : [2 * at.zoom, 3 * at.zoom]);
  line(context, [x, at.top - 4 * at.zoom], [x, at.height]);
  context.setLineDash([]);
  context.font = look.font;
  const text = formatTick(Number(score.toPrecision(3)));
  const width = context.measureText(text).width + 14 * at.zoom;
  const left = Math.min(at.width - width, Math.max(0, x - width / 2));
  const height = 20 * at.zoom;
  const pill = new Path2D();
  pill.roundRect(left, 0.75, width, height, height / 2);
  context.fillStyle = isHeld ? look.ink : look.surface;
  context.fill(pill);
  context.stroke(pill);
  context.fillStyle = isHeld ? look.surface : look.ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, left + width / 2, height / 2 + 1);
}

function line(
  context: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}
