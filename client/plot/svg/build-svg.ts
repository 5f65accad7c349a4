import type { Figure } from "../figure.ts";
import { describeFigure } from "./describe-figure.ts";
import { drawArea, drawCrowds, drawLine, drawMarker, fillOpacity, strokeOf } from "./draw-lines.ts";
import {
  type Layout,
  layOut,
  type Point,
  SIZE,
  type SvgOptions,
  SWATCH_GAP,
  SWATCH_WIDTH,
} from "./layout.ts";
import { PRINT_COLORS } from "./print-colors.ts";
import { FONT_FAMILY } from "./text.ts";
import { escapeXml, tag } from "./xml.ts";

/**
 * A figure as SVG, for paper and for files: light, with its question above and its note below, in the page's colours, dashes
 * and markers. Text stays text, and everything lies inside the viewBox.
 */
export function buildSvg(figure: Figure, options: SvgOptions): string {
  const at = layOut(figure, options);
  const { width, height } = at;
  const { lines } = figure.columns;
  const content = [
    `<title>${escapeXml(figure.question)}</title>`,
    `<desc>${escapeXml(describeFigure(figure))}</desc>`,
    tag("rect", { width, height, fill: PRINT_COLORS.surface }),
    drawAxes(at),
    drawCrowds(figure.columns, at),
    ...lines.map((line) => drawArea(line, figure.columns, figure.shape, at)),
    ...lines.map((line) => drawLine(line, figure.columns, figure.shape, at)),
    drawNames(figure, at),
    drawTexts(at),
  ];
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "font-family": FONT_FAMILY,
    },
    content.join(""),
  );
}

function drawAxes({ frame, xTicks, yTicks }: Layout): string {
  const { left, right, bottom } = frame;
  const grid = yTicks.map(({ y }) => `M${left} ${y.toFixed(2)}H${right.toFixed(2)}`).join("");
  const marks = xTicks.map(({ x }) => `M${x.toFixed(2)} ${bottom}v4`).join("");
  return [
    grid && tag("path", { d: grid, stroke: PRINT_COLORS.line, "stroke-width": 1 }),
    tag("path", {
      d: `M${left} ${bottom}H${right.toFixed(2)}${marks}`,
      stroke: PRINT_COLORS.muted,
      fill: "none",
    }),
  ].join("");
}

/** Each line's name behind a piece of the line itself, so that no colour has to be told from another. */
function drawNames({ shape }: Figure, { names }: Layout): string {
  return names
    .map(({ line, x, y }) => {
      const swatch =
        shape === "steps"
          ? tag("rect", {
              ...{ x: x + 1, y: y - 5, width: SWATCH_WIDTH - 2, height: 10 },
              ...{ ...strokeOf(line), fill: strokeOf(line).stroke, "fill-opacity": fillOpacity(line) },
            })
          : tag("path", { d: `M${x} ${y.toFixed(2)}h${SWATCH_WIDTH}`, ...strokeOf(line) }) +
            drawMarker(line, { x: x + SWATCH_WIDTH / 2, y });
      const place = { x: x + SWATCH_WIDTH + SWATCH_GAP, y: y + SIZE.label * 0.36 };
      return swatch + write(line.label, place, { size: SIZE.label });
    })
    .join("");
}

function drawTexts({ heading, note, xName, yName, xTicks, yTicks }: Layout): string {
  const muted = { fill: PRINT_COLORS.muted };
  return [
    ...heading.map(({ text, ...place }) =>
      write(text, place, { size: SIZE.heading, more: { "font-weight": "bold" } }),
    ),
    ...yName.map(({ text, ...place }) => write(text, place, { size: SIZE.name, more: muted })),
    ...yTicks.map(({ text, x, y }) =>
      write(
        text,
        { x, y: y + SIZE.tick * 0.36 },
        { size: SIZE.tick, more: { ...muted, "text-anchor": "end" } },
      ),
    ),
    ...xTicks.map(({ text, ...place }) =>
      write(text, place, { size: SIZE.tick, more: { ...muted, "text-anchor": "middle" } }),
    ),
    ...xName.map(({ text, ...place }) =>
      write(text, place, { size: SIZE.name, more: { ...muted, "text-anchor": "middle" } }),
    ),
    ...note.map(({ text, ...place }) => write(text, place, { size: SIZE.note, more: muted })),
  ].join("");
}

function write(
  text: string,
  { x, y }: Point,
  { size, more = {} }: { size: number; more?: Readonly<Record<string, string>> },
): string {
  return tag("text", { x, y, "font-size": size, fill: PRINT_COLORS.ink, ...more }, escapeXml(text));
}
