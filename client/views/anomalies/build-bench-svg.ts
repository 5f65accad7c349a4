import { PRINT_COLORS } from "../../plot/svg/print-colors.ts";
import { FONT_FAMILY, LINE_HEIGHT, wrapText } from "../../plot/svg/text.ts";
import { escapeXml, tag } from "../../plot/svg/xml.ts";
import { layOutPanel, type Panel } from "./panel.ts";
import { type Ink, panelShapes, type Shape, TEXT_SIZE, type Threshold } from "./panel-shapes.ts";

/** One model of the figure: its panel, and the words above it. */
export type SavedPanel = {
  readonly name: string;
  readonly words: string;
  readonly panel: Panel;
  readonly threshold: Threshold;
};

const [PANEL_WIDTH, GAP, PADDING, HEADING, NAMES] = [320, 24, 12, 15, 40]; // px
const COLORS: Record<Ink, string> = { ...PRINT_COLORS, grid: PRINT_COLORS.line };
const AXIS =
  "Above: share of the images (%) by anomaly score, the mean square error over 64 pixels. Below: the scores of each digit from 5 to 95 %, with quartiles and median, and the share that raises an alarm.";

/** The models side by side as a file: light, with the question above and what is drawn below. */
export function buildBenchSvg({
  question,
  normalLabel,
  panels,
}: {
  readonly question: string;
  readonly normalLabel: string;
  readonly panels: readonly SavedPanel[];
}): string {
  const at = layOutPanel(PANEL_WIDTH, 1);
  const width = panels.length * (PANEL_WIDTH + GAP) - GAP + 2 * PADDING;
  const inner = width - 2 * PADDING;
  const heading = wrapText(question, { width: inner, size: HEADING, weight: "bold" });
  const legendY = PADDING + heading.length * HEADING * LINE_HEIGHT + 12;
  const panelsY = legendY + 16 + NAMES;
  const note = wrapText(AXIS, { width: inner, size: 11 });
  const noteY = panelsY + at.height + 18;
  const height = Math.ceil(noteY + note.length * 11 * LINE_HEIGHT + PADDING);
  const content = [
    `<title>${escapeXml(question)}</title>`,
    `<desc>${escapeXml(panels.map(({ name, words }) => `${name}: ${words}.`).join(" "))}</desc>`,
    tag("rect", { width, height, fill: PRINT_COLORS.surface }),
    ...heading.map((text, i) =>
      write(text, { x: PADDING, y: PADDING + HEADING * (1 + i * LINE_HEIGHT), size: HEADING, isBold: true }),
    ),
    ...legend(normalLabel, legendY),
    ...panels.map(({ name, words, panel, threshold }, i) => {
      const x = PADDING + i * (PANEL_WIDTH + GAP);
      const drawn = panelShapes(panel, at, threshold).map(drawShape).join("");
      return [
        write(name, { x, y: panelsY - 26, size: TEXT_SIZE, color: PRINT_COLORS.muted }),
        write(words, { x, y: panelsY - 10, size: TEXT_SIZE, isBold: true }),
        tag("g", { transform: `translate(${x} ${panelsY})` }, drawn),
      ].join("");
    }),
    ...note.map((text, i) =>
      write(text, { x: PADDING, y: noteY + i * 11 * LINE_HEIGHT, size: 11, color: PRINT_COLORS.muted }),
    ),
  ];
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height, role: "img", "font-family": FONT_FAMILY },
    },
    content.join(""),
  );
}

function legend(normalLabel: string, y: number): readonly string[] {
  const sides = [
    { side: "normal", label: normalLabel, x: PADDING, opacity: 0.3, dash: undefined },
    { side: "anomaly", label: "other digits", x: PADDING + 110, opacity: 0.12, dash: "4 3" },
  ] as const;
  return sides.flatMap(({ side, label, x, opacity, dash }) => [
    tag("path", {
      d: `M${x} ${y + 5}v-10h20v10`,
      ...{ fill: COLORS[side], "fill-opacity": opacity, stroke: COLORS[side], "stroke-width": 1.75 },
      "stroke-dasharray": dash,
    }),
    write(label, { x: x + 26, y: y + TEXT_SIZE * 0.36, size: TEXT_SIZE }),
  ]);
}

function drawShape(shape: Shape): string {
  if (shape.kind === "text") {
    return tag(
      "text",
      {
        x: shape.x,
        y: shape.y + TEXT_SIZE * 0.36,
        ...{ "font-size": TEXT_SIZE, fill: COLORS[shape.ink], "text-anchor": shape.anchor },
        "font-weight": shape.isBold ? "bold" : undefined,
      },
      escapeXml(shape.text),
    );
  }
  const { d, fill, opacity, stroke, width, dash = [] } = shape;
  return tag("path", {
    d,
    fill: fill === undefined ? "none" : COLORS[fill],
    "fill-opacity": opacity,
    stroke: stroke === undefined ? undefined : COLORS[stroke],
    "stroke-width": width,
    "stroke-dasharray": dash.length === 0 ? undefined : dash.join(" "),
  });
}

function write(
  text: string,
  {
    x,
    y,
    size,
    color = PRINT_COLORS.ink,
    isBold = false,
  }: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly color?: string;
    readonly isBold?: boolean;
  },
): string {
  const weight = isBold ? "bold" : undefined;
  return tag("text", { x, y, "font-size": size, fill: color, "font-weight": weight }, escapeXml(text));
}
