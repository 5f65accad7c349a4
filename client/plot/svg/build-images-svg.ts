import { drawPixels, type PrintRamp } from "./draw-pixels.ts";
import { PRINT_COLORS } from "./print-colors.ts";
import { FONT_FAMILY, LINE_HEIGHT, textWidth, wrapText } from "./text.ts";
import { escapeXml, tag } from "./xml.ts";

/** Images in rows under one another, as data. */
export type ImageTable = {
  /** What the images answer; written above them. */
  readonly question: string;
  /** Above each column, in lines: what the image is. */
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly ImageTableRow[];
  /** Below them, in a sentence or two; empty for none. */
  readonly note: string;
};

export type ImageTableRow = {
  readonly label: string;
  readonly images: readonly ArrayLike<number>[];
  /** The numbers that the ramp's ends stand for. */
  readonly range: readonly [number, number];
  readonly ramp: PrintRamp;
  /** Beside the row: its errors, in words. */
  readonly note?: string;
};

const PIXEL = 5; // px
const IMAGE = 8 * PIXEL; // px
const GAP = 6; // px
const PADDING = 8; // px
const SIZE = { heading: 14, label: 12, note: 11, column: 10 } as const; // px

/** Rows of 8x8 images as SVG, for paper and for files: light, in the page's ramps, pixels as squares, text as text. */
export function buildImagesSvg({ question, columns, rows, note }: ImageTable): string {
  const labelWidth = widest(rows.map(({ label }) => label));
  const left = PADDING + labelWidth + 10;
  const right = left + columns.length * (IMAGE + GAP);
  const noteWidth = widest(rows.map((row) => row.note ?? ""));
  const width = Math.max(360, right + (noteWidth === 0 ? 0 : noteWidth + 4) + PADDING);
  const inner = width - 2 * PADDING;
  const heading = wrapText(question, { width: inner, size: SIZE.heading, weight: "bold" });
  const columnsTop = PADDING + heading.length * SIZE.heading * LINE_HEIGHT + 6;
  const lines = Math.max(0, ...columns.map(({ length }) => length));
  const top = columnsTop + lines * SIZE.column * LINE_HEIGHT + 4;
  const bottom = top + rows.length * (IMAGE + GAP);
  const words = note === "" ? [] : wrapText(note, { width: inner, size: SIZE.note });
  const height = bottom + words.length * SIZE.note * LINE_HEIGHT + PADDING;

  const content = [
    `<title>${escapeXml(question)}</title>`,
    `<desc>${escapeXml(describe(columns, rows))}</desc>`,
    tag("rect", { width, height, fill: PRINT_COLORS.surface }),
    ...heading.map((text, i) =>
      write(text, {
        ...{ x: PADDING, y: PADDING + (i + 0.8) * SIZE.heading * LINE_HEIGHT },
        ...{ "font-size": SIZE.heading, "font-weight": "bold" },
      }),
    ),
    ...columns.flatMap((texts, i) =>
      texts.map((text, line) =>
        write(text, {
          ...{
            x: left + i * (IMAGE + GAP) + IMAGE / 2,
            y: columnsTop + (line + 0.8) * SIZE.column * LINE_HEIGHT,
          },
          ...{ "font-size": SIZE.column, "text-anchor": "middle", fill: PRINT_COLORS.muted },
        }),
      ),
    ),
    ...rows.map((row, i) => drawRow(row, { left, right, y: top + i * (IMAGE + GAP) })),
    ...words.map((text, i) =>
      write(text, {
        ...{ x: PADDING, y: bottom + (i + 0.8) * SIZE.note * LINE_HEIGHT },
        ...{ "font-size": SIZE.note, fill: PRINT_COLORS.muted },
      }),
    ),
  ];
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      ...{ width: Math.ceil(width), height: Math.ceil(height), role: "img", "font-family": FONT_FAMILY },
    },
    content.join(""),
  );
}

function drawRow(
  { label, images, range, ramp, note }: ImageTableRow,
  { left, right, y }: { left: number; right: number; y: number },
): string {
  const middle = y + IMAGE / 2 + SIZE.label * 0.36;
  return [
    write(label, { x: PADDING, y: middle, "font-size": SIZE.label }),
    ...images.map((values, i) =>
      tag(
        "g",
        { transform: `translate(${left + i * (IMAGE + GAP)} ${y})` },
        drawPixels(values, { range, ramp, pixel: PIXEL }),
      ),
    ),
    note === undefined ? "" : write(note, { x: right + 4, y: middle, "font-size": SIZE.label }),
  ].join("");
}

function describe(columns: ImageTable["columns"], rows: readonly ImageTableRow[]): string {
  const lines = rows.map(({ label, note }) => (note === undefined ? label : `${label}: ${note}`));
  return `Columns: ${columns.map((texts) => texts.join(", ")).join("; ")}. Rows: ${lines.join("; ")}.`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, SIZE.label)));
}

function write(text: string, attributes: Readonly<Record<string, string | number>>): string {
  return tag("text", { fill: PRINT_COLORS.ink, ...attributes }, escapeXml(text));
}
