import type { PlotLine } from "../columns.ts";
import type { Figure } from "../figure.ts";
import { formatTick, spacedTicks, spreadLabels } from "../ticks.ts";
import { type Scale, xScale, yScale } from "./scales.ts";
import { LINE_HEIGHT, textWidth, wrapText } from "./text.ts";

export const SIZE = { heading: 14, name: 12, label: 12, tick: 11, note: 11 } as const; // px
export const SWATCH_WIDTH = 24;
export const SWATCH_GAP = 6;
const PADDING = 8;
const LEGEND_GAP = 18;
/** Narrower figures keep their width for the lines, which a legend then names. */
const LABELS_FROM_WIDTH = 420;
const LABEL_STEP = SIZE.label * LINE_HEIGHT + 1;

export type Point = { readonly x: number; readonly y: number };
type Placed<T> = Point & T;

/** Where everything stands, in px from the top left; texts by their baseline. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly frame: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
  readonly xTicks: readonly Placed<{ readonly text: string }>[];
  readonly yTicks: readonly Placed<{ readonly text: string }>[];
  readonly heading: readonly Placed<{ readonly text: string }>[];
  readonly note: readonly Placed<{ readonly text: string }>[];
  readonly xName: readonly Placed<{ readonly text: string }>[];
  readonly yName: readonly Placed<{ readonly text: string }>[];
  /** The names of the lines, by the middle of their swatch's left edge: above the frame, or beside the ends of the lines. */
  readonly names: readonly Placed<{ readonly line: PlotLine }>[];
};

export type SvgOptions = {
  /** Of the whole figure, px. */
  readonly width: number;
  /** Of the frame in which the lines are drawn, px; headings, legend and note come on top of it. */
  readonly frameHeight: number;
  /** A logarithmic y axis. */
  readonly log?: boolean;
};

export function layOut(figure: Figure, { width, frameHeight, log = false }: SvgOptions): Layout {
  const [x, y] = [xScale(figure), yScale(figure.columns, log)];
  const inner = width - 2 * PADDING;
  const heading = stack(wrapText(figure.question, { width: inner, size: SIZE.heading, weight: "bold" }), {
    x: PADDING,
    top: PADDING,
    size: SIZE.heading,
  });
  const beside = labelColumn(figure, width, frameHeight);
  const legendTop = heading.bottom + 4;
  const legend = beside === null ? flow(figure.columns.lines, { top: legendTop, inner }) : null;
  const named = { width: inner, size: SIZE.name };
  const yName = stack(wrapText(figure.y.name, named), {
    x: PADDING,
    top: legend === null ? legendTop : legend.bottom + 4,
    size: SIZE.name,
  });
  const top = yName.bottom + 6;
  const bottom = top + frameHeight;

  const yTexts = y.ticks.map((value) => ({ value, text: formatTick(value) }));
  const left = PADDING + widest(yTexts.map(({ text }) => text)) + 8;
  const lastTick = textWidth(formatTick(x.range[1]), SIZE.tick);
  const right = width - (beside ?? PADDING + lastTick / 2);
  const toX = (value: number) => left + x.share(value) * (right - left);
  const toY = (value: number) => bottom - y.share(value) * frameHeight;

  const xNames = wrapText(figure.x.name, named);
  const half = widest(xNames, SIZE.name) / 2;
  const xName = stack(xNames, {
    x: Math.min(width - PADDING - half, Math.max(PADDING + half, (left + right) / 2)),
    top: bottom + 6 + SIZE.tick * LINE_HEIGHT + 3,
    size: SIZE.name,
  });
  const note = stack(wrapText(figure.note, { width: inner, size: SIZE.note }), {
    x: PADDING,
    top: xName.bottom + (figure.note === "" ? 0 : 6),
    size: SIZE.note,
  });
  return {
    width,
    height: Math.ceil(note.bottom + PADDING),
    frame: { left, top, right, bottom },
    toX,
    toY,
    xTicks: marked(x, toX).map((value) => ({
      text: formatTick(value),
      x: toX(value),
      y: baseline(bottom + 6, SIZE.tick),
    })),
    yTicks: yTexts
      .filter(({ value }) => spacedTicks(y.ticks, toY, SIZE.tick + 3).includes(value))
      .map(({ value, text }) => ({ text, x: left - 8, y: toY(value) })),
    heading: heading.lines,
    note: note.lines,
    xName: xName.lines,
    yName: yName.lines,
    names: legend?.items ?? labels(figure.columns.lines, { x: right + 10, toY, top, bottom }),
  };
}

/** The room at the right that the names of the lines take beside their ends; null where a legend serves better. */
function labelColumn({ shape, columns }: Figure, width: number, frameHeight: number): number | null {
  const { lines } = columns;
  const room =
    10 +
    SWATCH_WIDTH +
    SWATCH_GAP +
    widest(
      lines.map(({ label }) => label),
      SIZE.label,
    ) +
    PADDING;
  const fits = width >= LABELS_FROM_WIDTH && room <= 0.35 * width && lines.length * LABEL_STEP <= frameHeight;
  return shape === "lines" && lines.length > 0 && fits ? room : null;
}

/** Each name at the height of its line's last value, moved apart, inside the frame. */
function labels(
  lines: readonly PlotLine[],
  { x, toY, top, bottom }: { x: number; toY: (value: number) => number; top: number; bottom: number },
): Layout["names"] {
  const ends = lines.map(({ values }) => {
    const last = values.findLast((value) => value !== null && Number.isFinite(value));
    const y = last === null || last === undefined ? bottom : toY(last);
    return Math.min(bottom, Math.max(top, Number.isFinite(y) ? y : bottom));
  });
  const spread = spreadLabels(ends, LABEL_STEP);
  const overflow = Math.max(0, Math.max(...spread) - bottom);
  return lines.map((line, i) => ({ line, x, y: (spread[i] ?? bottom) - overflow }));
}

/** Names in rows above the frame. */
function flow(
  lines: readonly PlotLine[],
  { top, inner }: { top: number; inner: number },
): { readonly items: Layout["names"]; readonly bottom: number } {
  const items: { line: PlotLine; x: number; y: number }[] = [];
  let [x, y] = [PADDING, top + LABEL_STEP / 2];
  for (const line of lines) {
    const width = SWATCH_WIDTH + SWATCH_GAP + textWidth(line.label, SIZE.label);
    if (x > PADDING && x + width > PADDING + inner) [x, y] = [PADDING, y + LABEL_STEP];
    items.push({ line, x, y });
    x += width + LEGEND_GAP;
  }
  return { items, bottom: lines.length === 0 ? top : y + LABEL_STEP / 2 };
}

function marked(x: Scale, toX: (value: number) => number): readonly number[] {
  const gap = widest(x.ticks.map(formatTick)) + 8;
  return spacedTicks(x.ticks, toX, gap);
}

function stack(
  texts: readonly string[],
  { x, top, size }: { x: number; top: number; size: number },
): { readonly lines: readonly Placed<{ readonly text: string }>[]; readonly bottom: number } {
  const step = size * LINE_HEIGHT;
  return {
    lines: texts.map((text, i) => ({ text, x, y: baseline(top + i * step, size) })),
    bottom: top + texts.length * step,
  };
}

/** The baseline of a line of text whose box begins at `top`. */
function baseline(top: number, size: number): number {
  return top + size;
}

function widest(texts: readonly string[], size: number = SIZE.tick): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size)));
}
