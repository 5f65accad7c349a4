import type uPlot from "uplot";
import type { ChartSettings } from "./chart-options.ts";
import type { PlotColumns, PlotLine } from "./columns.ts";
import { hasRoomForMarkers, markerOf, markerPath } from "./marks.ts";
import { spreadLabels } from "./ticks.ts";

const MARKER_RADIUS = 3.5; // CSS px
const LABEL_GAP = 8; // CSS px
/** Narrower plots keep their width for the lines: the legend names them. */
const LABELS_FROM_WIDTH = 420; // CSS px

export type Drawing = ChartSettings & { readonly colors: readonly string[] };

/** The room at the right that the names of the lines take, in CSS px. */
export function labelSpace({ columns, shape, width, look }: ChartSettings): number {
  if (shape === "steps" || width < LABELS_FROM_WIDTH * look.zoom) return 12 * look.zoom;
  const longest = Math.max(0, ...columns.lines.map(({ label }) => label.length));
  return (LABEL_GAP * 2 + longest * 6.6) * look.zoom;
}

/** Markers at the measurements, and each line's name at its end, in ink: a colour alone never says which is which. */
export function drawMarks(chart: uPlot, drawing: Drawing): void {
  const { columns, hidden, colors, shape } = drawing;
  const shown = columns.lines.flatMap((line, i) => {
    const color = colors[i];
    return hidden.has(line.label) || color === undefined ? [] : [{ line, color }];
  });
  chart.ctx.save();
  for (const { line, color } of shown) {
    if (hasRoomForMarkers(line, columns)) drawMarkers(chart, { line, color, drawing });
  }
  if (shape === "lines" && chart.width >= LABELS_FROM_WIDTH * drawing.look.zoom) {
    drawLabels(
      chart,
      shown.map(({ line }) => line),
      drawing,
    );
  }
  chart.ctx.restore();
}

function drawMarkers(
  chart: uPlot,
  { line, color, drawing }: { line: PlotLine; color: string; drawing: Drawing },
): void {
  const { columns, look } = drawing;
  const marker = markerOf(line);
  if (marker === null) return;
  const scale = devicePixelRatio;
  const shape = new Path2D(markerPath(marker.shape, MARKER_RADIUS * look.zoom));
  const { ctx } = chart;
  ctx.fillStyle = marker.isHollow ? look.surface : color;
  ctx.strokeStyle = marker.isHollow ? color : look.surface;
  ctx.lineWidth = 1.5 * look.zoom;
  for (const row of columns.rows) {
    const place = pixelOf(chart, columns, line, row);
    if (place === null) continue;
    ctx.setTransform(scale, 0, 0, scale, place.x, place.y);
    ctx.fill(shape);
    ctx.stroke(shape);
  }
  ctx.resetTransform();
}

function drawLabels(chart: uPlot, lines: readonly PlotLine[], { columns, look }: Drawing): void {
  const { ctx } = chart;
  const scale = devicePixelRatio;
  const ends = lines.flatMap((line) => {
    const row = line.values.findLastIndex((value) => value !== null);
    const place = pixelOf(chart, columns, line, row);
    return place === null ? [] : [{ label: line.label, ...place }];
  });
  const heights = spreadLabels(
    ends.map(({ y }) => y),
    14 * look.zoom * scale,
  );
  const floor = chart.bbox.top + chart.bbox.height;
  const overflow = Math.max(0, Math.max(...heights) - floor);
  ctx.font = look.font.replace(/^\d+px/, `${Math.round(12 * look.zoom * scale)}px`);
  ctx.fillStyle = look.muted;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const [i, { label, x }] of ends.entries()) {
    ctx.fillText(label, x + LABEL_GAP * look.zoom * scale, (heights[i] ?? 0) - overflow);
  }
}

function pixelOf(
  chart: uPlot,
  { x }: PlotColumns,
  { values }: PlotLine,
  row: number,
): { readonly x: number; readonly y: number } | null {
  const [at, value] = [x[row], values[row]];
  if (at === undefined || value === undefined || value === null) return null;
  const y = chart.valToPos(value, "y", true);
  return Number.isFinite(y) ? { x: chart.valToPos(at, "x", true), y } : null;
}
