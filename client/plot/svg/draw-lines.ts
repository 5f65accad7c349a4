import type { PlotColumns, PlotLine } from "../columns.ts";
import { crowdOpacity, hasRoomForMarkers, lineWidth, MARKS, markerOf, markerPath } from "../marks.ts";
import type { Layout, Point } from "./layout.ts";
import { PRINT_COLORS, printColor } from "./print-colors.ts";
import { short, tag } from "./xml.ts";

const MARKER_RADIUS = 3.5;

/** A line's band or area, drawn below every line. */
export function drawArea(line: PlotLine, columns: PlotColumns, shape: "lines" | "steps", at: Layout): string {
  const fill = printColor(line);
  if (shape === "steps") {
    const opacity = fillOpacity(line);
    if (opacity === 0) return "";
    const points = pointsOf(columns.x, line.values, at);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return "";
    const { bottom } = at.frame;
    const d = `M${place({ x: first.x, y: bottom })}${stepPath(points, "L")}L${place({ x: last.x, y: bottom })}Z`;
    return tag("path", { d, fill, "fill-opacity": opacity });
  }
  if (line.band === undefined) return "";
  const upper = pointsOf(columns.x, line.band.high, at);
  const lower = pointsOf(columns.x, line.band.low, at);
  if (upper.length === 0 || lower.length === 0) return "";
  const d = `M${upper.map(place).join("L")}L${lower.toReversed().map(place).join("L")}Z`;
  return tag("path", { d, fill, "fill-opacity": 0.18 });
}

/** The single models behind the lines, cut off at the frame. */
export function drawCrowds({ x, lines }: PlotColumns, at: Layout): string {
  const paths = lines.flatMap((line) =>
    (line.crowd ?? []).map((values) => ({ points: pointsOf(x, values, at), stroke: printColor(line) })),
  );
  if (paths.length === 0) return "";
  const { left, top, right, bottom } = at.frame;
  const [x0, y0, width, height] = [short(left), short(top), short(right - left), short(bottom - top)];
  return tag(
    "svg",
    { x: x0, y: y0, width, height, viewBox: `${x0} ${y0} ${width} ${height}` },
    paths
      .filter(({ points }) => points.length > 1)
      .map(({ points, stroke }) =>
        tag("path", {
          d: `M${points.map(place).join("L")}`,
          ...{ fill: "none", stroke, "stroke-width": 0.75, "stroke-opacity": crowdOpacity(paths.length) },
        }),
      )
      .join(""),
  );
}

/** How strongly the bars of a histogram are filled; those that are only compared with are not. */
export function fillOpacity({ meaning, isReference = false }: PlotLine): number {
  if (isReference) return 0;
  return meaning === "normal" ? 0.3 : 0.1;
}

/** The line with its dash, then its markers, which no line crosses. */
export function drawLine(line: PlotLine, columns: PlotColumns, shape: "lines" | "steps", at: Layout): string {
  const points = pointsOf(columns.x, line.values, at);
  if (points.length === 0) return "";
  const d = shape === "steps" ? stepPath(points, "M") : `M${points.map(place).join("L")}`;
  return `${tag("path", { d, ...strokeOf(line) })}${drawMarkers(line, columns, at)}`;
}

export function strokeOf(line: PlotLine) {
  const { dash } = MARKS[line.meaning];
  return {
    fill: "none",
    stroke: printColor(line),
    "stroke-width": lineWidth(line),
    "stroke-dasharray": dash.length === 0 ? undefined : dash.join(" "),
    "stroke-linejoin": "round",
  };
}

export function drawMarker(line: PlotLine, { x, y }: Point): string {
  const marker = markerOf(line);
  if (marker === null) return "";
  const color = printColor(line);
  const { surface } = PRINT_COLORS;
  return tag("path", {
    d: markerPath(marker.shape, MARKER_RADIUS),
    transform: `translate(${short(x)} ${short(y)})`,
    fill: marker.isHollow ? surface : color,
    stroke: marker.isHollow ? color : surface,
    "stroke-width": 1.5,
    "paint-order": marker.isHollow ? undefined : "stroke",
  });
}

function drawMarkers(line: PlotLine, columns: PlotColumns, at: Layout): string {
  if (!hasRoomForMarkers(line, columns)) return "";
  const { x, rows } = columns;
  return rows
    .flatMap((row) => pointsOf(x.slice(row, row + 1), line.values.slice(row, row + 1), at))
    .map((point) => drawMarker(line, point))
    .join("");
}

/** What can be drawn of a column: a number that is finite and, on a log axis, above 0. */
function pointsOf(x: readonly number[], values: PlotLine["values"], { toX, toY }: Layout): readonly Point[] {
  return values.flatMap((value, i) => {
    const point = { x: toX(x[i] ?? Number.NaN), y: value === null ? Number.NaN : toY(value) };
    return Number.isFinite(point.x) && Number.isFinite(point.y) ? [point] : [];
  });
}

/** Each value holds until the next x, as the bars of a histogram do. */
function stepPath(points: readonly Point[], start: "M" | "L"): string {
  return points
    .map(({ x, y }, i) => (i === 0 ? `${start}${place({ x, y })}` : `H${short(x)}V${short(y)}`))
    .join("");
}

function place({ x, y }: Point): string {
  return `${short(x)},${short(y)}`;
}
