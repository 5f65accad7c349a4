import { mixColors, PRINT_COLORS } from "../../plot/svg/print-colors.ts";
import { FONT_FAMILY, LINE_HEIGHT, wrapText } from "../../plot/svg/text.ts";
import { escapeXml, short, tag } from "../../plot/svg/xml.ts";
import { formatTick } from "../../plot/ticks.ts";
import { type Axis, meetAxes, type Trial } from "./axes.ts";
import { goodnessOf } from "./draw-lines.ts";

const WIDTH = 640; // px
const HEIGHT = 280; // px, of the axes
const SIDE = 36;
const PADDING = 10;
const SIZE = { heading: 14, text: 11 } as const;

/** Parallel coordinates as paper has them: a line a run, the better the stronger, and below them what was found, in words. */
export function buildSearchSvg({
  question,
  axes,
  trials,
  words,
}: {
  readonly question: string;
  readonly axes: readonly Axis[];
  readonly trials: readonly Trial[];
  readonly words: readonly string[];
}): string {
  const top = PADDING + 2 * SIZE.heading * LINE_HEIGHT + SIZE.text;
  const gap = (WIDTH - 2 * SIDE) / Math.max(1, axes.length - 1);
  const x = (axis: number) => SIDE + axis * gap;
  const y = (share: number) => top + (1 - share) * HEIGHT;
  const said = words.flatMap((line) => wrapText(line, { width: WIDTH - 2 * PADDING, size: SIZE.text }));
  const wordsTop = top + HEIGHT + 2 * SIZE.text * LINE_HEIGHT;
  const height = Math.ceil(wordsTop + said.length * SIZE.text * LINE_HEIGHT + PADDING);
  const lines = trials
    .toSorted((a, b) => a.auroc - b.auroc)
    .map((trial) => {
      const goodness = goodnessOf(trial.auroc);
      const places = meetAxes(trial, axes).map((share, i) => `${short(x(i))} ${short(y(share))}`);
      return tag("path", {
        d: `M${places.join("L")}`,
        fill: "none",
        stroke: mixColors(PRINT_COLORS.accent, PRINT_COLORS["control-line"], goodness),
        "stroke-width": 1 + 1.5 * goodness,
        "stroke-linejoin": "round",
      });
    });
  const content = [
    `<title>${escapeXml(question)}</title>`,
    `<desc>${escapeXml(words.join(" "))}</desc>`,
    tag("rect", { width: WIDTH, height, fill: PRINT_COLORS.surface }),
    write(question, { x: PADDING, y: PADDING + SIZE.heading, size: SIZE.heading, weight: "bold" }),
    ...lines,
    ...axes.map((axis, i) => drawAxis(axis, { x: x(i), y, isLast: i === axes.length - 1, top })),
    ...said.map((line, i) =>
      write(line, { x: PADDING, y: wordsTop + i * SIZE.text * LINE_HEIGHT, size: SIZE.text }),
    ),
  ];
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${height}`,
      ...{ width: WIDTH, height, role: "img", "font-family": FONT_FAMILY },
    },
    content.join(""),
  );
}

function drawAxis(
  { title, ticks }: Axis,
  { x, y, isLast, top }: { x: number; y: (share: number) => number; isLast: boolean; top: number },
): string {
  return [
    tag("path", { d: `M${short(x)} ${short(y(1))}V${short(y(0))}`, stroke: PRINT_COLORS.muted }),
    write(title, { x, y: top - SIZE.text, size: SIZE.text, weight: "bold", anchor: "middle" }),
    ...ticks.map(({ value, share }) =>
      write(formatTick(value), {
        x: x + (isLast ? -5 : 5),
        y: y(share) + SIZE.text * 0.36,
        size: SIZE.text,
        anchor: isLast ? "end" : "start",
      }),
    ),
  ].join("");
}

/** Text with a rim of paper, so that lines behind it leave it readable. */
function write(
  text: string,
  {
    x,
    y,
    size,
    weight,
    anchor,
  }: { x: number; y: number; size: number; weight?: "bold"; anchor?: "start" | "middle" | "end" },
): string {
  return tag(
    "text",
    {
      ...{ x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor },
      ...{ fill: PRINT_COLORS.ink, stroke: PRINT_COLORS.surface, "stroke-width": 3, "paint-order": "stroke" },
    },
    escapeXml(text),
  );
}
