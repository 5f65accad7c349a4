import { PRINT_COLORS } from "./print-colors.ts";
import { FONT_FAMILY, LINE_HEIGHT, wrapText } from "./text.ts";
import { escapeXml, short, tag } from "./xml.ts";

/** Points of ten digits in a square, as data; `x` and `y` from 0 to 1, y upwards. */
export type DigitMap = {
  readonly question: string;
  readonly xName: string;
  readonly yName: string;
  readonly points: readonly { readonly digit: number; readonly x: number; readonly y: number }[];
  readonly note: string;
};

const SIDE = 520; // px
const PADDING = 8; // px
const SIZE = { heading: 14, name: 12, numeral: 9, note: 11 } as const; // px
const DIGIT_COLORS = [
  PRINT_COLORS["digit-0"],
  PRINT_COLORS["digit-1"],
  PRINT_COLORS["digit-2"],
  PRINT_COLORS["digit-3"],
  PRINT_COLORS["digit-4"],
  PRINT_COLORS["digit-5"],
  PRINT_COLORS["digit-6"],
  PRINT_COLORS["digit-7"],
  PRINT_COLORS["digit-8"],
  PRINT_COLORS["digit-9"],
] as const;

/** A map as SVG, for paper and for files: each point is the numeral of its digit, in the digit's colour. */
export function buildMapSvg({ question, xName, yName, points, note }: DigitMap): string {
  const width = SIDE + 2 * PADDING;
  const heading = wrapText(question, { width: SIDE, size: SIZE.heading, weight: "bold" });
  const nameTop = PADDING + heading.length * SIZE.heading * LINE_HEIGHT;
  const top = nameTop + SIZE.name * LINE_HEIGHT + 6;
  const bottom = top + SIDE;
  const words = note === "" ? [] : wrapText(note, { width: SIDE, size: SIZE.note });
  const noteTop = bottom + SIZE.name * LINE_HEIGHT + 8;
  const height = noteTop + words.length * SIZE.note * LINE_HEIGHT + PADDING;
  const place = ({ x, y }: { readonly x: number; readonly y: number }) =>
    `x="${short(PADDING + x * SIDE)}" y="${short(bottom - y * SIDE + SIZE.numeral * 0.36)}"`;
  const numerals = DIGIT_COLORS.map((fill, digit) =>
    tag(
      "g",
      { fill, "font-size": SIZE.numeral, "font-weight": "bold", "text-anchor": "middle" },
      points
        .filter((point) => point.digit === digit)
        .map((point) => `<text ${place(point)}>${digit}</text>`)
        .join(""),
    ),
  );
  const content = [
    `<title>${escapeXml(question)}</title>`,
    `<desc>${escapeXml(`${points.length} images as the numerals of their digits. Across: ${xName}. Up: ${yName}.`)}</desc>`,
    tag("rect", { width, height, fill: PRINT_COLORS.surface }),
    ...heading.map((text, i) =>
      write(text, {
        ...{ x: PADDING, y: PADDING + (i + 0.8) * SIZE.heading * LINE_HEIGHT },
        ...{ "font-size": SIZE.heading, "font-weight": "bold", fill: PRINT_COLORS.ink },
      }),
    ),
    write(`↑ ${yName}`, { x: PADDING, y: nameTop + SIZE.name, "font-size": SIZE.name }),
    tag("rect", {
      ...{ x: PADDING, y: top, width: SIDE, height: SIDE },
      ...{ fill: "none", stroke: PRINT_COLORS.line },
    }),
    ...numerals,
    write(`${xName} →`, {
      ...{ x: PADDING + SIDE, y: bottom + SIZE.name + 2 },
      ...{ "font-size": SIZE.name, "text-anchor": "end" },
    }),
    ...words.map((text, i) =>
      write(text, {
        x: PADDING,
        y: noteTop + (i + 0.8) * SIZE.note * LINE_HEIGHT,
        "font-size": SIZE.note,
      }),
    ),
  ];
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      ...{ width, height: Math.ceil(height), role: "img", "font-family": FONT_FAMILY },
    },
    content.join(""),
  );
}

function write(text: string, attributes: Readonly<Record<string, string | number>>): string {
  return tag("text", { fill: PRINT_COLORS.muted, ...attributes }, escapeXml(text));
}
