import { countBelow } from "../../../shared/metrics/count-below.ts";
import { textWidth } from "../../plot/svg/text.ts";
import { formatTick, linearTicks } from "../../plot/ticks.ts";
import { type Panel, type PanelLayout, type PanelRow, toX } from "./panel.ts";
import { formatShare } from "./words.ts";

/** What a shape is drawn in; a canvas and a file each have their own colours for it. */
export type Ink = "ink" | "muted" | "grid" | "surface" | "normal" | "anomaly";

/** A piece of a figure: an SVG path, or a text around (x, y). In CSS px. */
export type Shape =
  | {
      readonly kind: "path";
      readonly d: string;
      readonly fill?: Ink;
      readonly opacity?: number; // of the fill
      readonly stroke?: Ink;
      readonly width?: number;
      readonly dash?: readonly number[];
    }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly x: number;
      readonly y: number; // its middle
      readonly anchor: "start" | "middle" | "end";
      readonly ink: Ink;
      readonly isBold?: boolean;
    };

/** Where the threshold is, and whether it can be taken hold of here. */
export type Threshold = { readonly score: number; readonly isHeld: boolean };

export const TEXT_SIZE = 12; // px
/** The lines of a heap: with a dash where colour alone would tell them apart. */
const DASH = { normal: [], anomaly: [4, 3] } as const;
const FILL = { normal: 0.3, anomaly: 0.12 } as const;

/** One model's figure: the heaps, the digits' rows below them on the same axis, and the threshold through both. */
export function panelShapes(panel: Panel, at: PanelLayout, threshold: Threshold): readonly Shape[] {
  const end = panel.edges.at(-1) ?? 1;
  const x = (score: number) => toX(score, end, at);
  const limit = x(threshold.score);
  return [
    { kind: "path", d: box(limit, at.top, at.right, at.height), fill: "anomaly", opacity: 0.07 },
    ...axes(panel, at, x),
    heap(panel, at, "normal", x),
    heap(panel, at, "anomaly", x),
    ...panel.rows.flatMap((row, i) => rowShapes(row, { i, at, x, threshold })),
    ...thresholdShapes(threshold, limit, at),
  ];
}

type ToX = (score: number) => number;

function axes(panel: Panel, at: PanelLayout, x: ToX): readonly Shape[] {
  const { zoom, left, right, top, bottom } = at;
  const label = { kind: "text", ink: "muted" } as const;
  return [
    ...linearTicks(0, panel.highest, 3).flatMap((tick): Shape[] => {
      const y = bottom - (tick / panel.highest) * (bottom - top);
      return [
        { kind: "path", d: line(left, y, right, y), stroke: "grid", width: 1 },
        { ...label, text: formatTick(tick), x: left - 5 * zoom, y, anchor: "end" },
      ];
    }),
    ...linearTicks(0, panel.edges.at(-1) ?? 1, 6).flatMap((tick): Shape[] => [
      {
        kind: "path",
        d: line(x(tick), bottom, x(tick), bottom + 4 * zoom),
        stroke: "grid",
        width: 1,
      },
      { ...label, text: formatTick(tick), x: x(tick), y: bottom + 12 * zoom, anchor: "middle" },
    ]),
    { ...label, text: "alarm", x: at.width - 2 * zoom, y: at.rowsTop - 6 * zoom, anchor: "end" },
  ];
}

function heap(panel: Panel, at: PanelLayout, side: "normal" | "anomaly", x: ToX): Shape {
  const { bottom, top, zoom } = at;
  const steps = panel[side].map((share, i) => {
    const y = bottom - (share / panel.highest) * (bottom - top);
    return `L${place(x(panel.edges[i] ?? 0), y)}H${round(x(panel.edges[i + 1] ?? 0))}`;
  });
  return {
    kind: "path",
    d: `M${place(at.left, bottom)}${steps.join("")}V${round(bottom)}`,
    ...{ fill: side, opacity: FILL[side], stroke: side, width: 1.75 * zoom },
    dash: DASH[side].map((length) => length * zoom),
  };
}

function rowShapes(
  row: PanelRow,
  { i, at, x, threshold }: { i: number; at: PanelLayout; x: ToX; threshold: Threshold },
): readonly Shape[] {
  const { zoom } = at;
  const y = at.rowsTop + (i + 0.5) * at.rowHeight;
  const [above, below] = [y - at.rowHeight * 0.3, y + at.rowHeight * 0.3];
  const stroke = row.isNormal ? "normal" : "anomaly";
  const [low, from, middle, to, high] = [
    row.low,
    row.lowerQuartile,
    row.median,
    row.upperQuartile,
    row.high,
  ].map(x);
  const alarms = row.sorted.length - countBelow(row.sorted, threshold.score);
  const word = { kind: "text", y, ink: row.isNormal ? "ink" : "muted", isBold: row.isNormal } as const;
  return [
    { kind: "path", d: line(low ?? 0, y, high ?? 0, y), stroke, width: 1.25 * zoom },
    {
      kind: "path",
      d: box(from ?? 0, above, to ?? 0, below),
      ...{ fill: stroke, opacity: row.isNormal ? 0.45 : 0.25, stroke, width: 1.25 * zoom },
    },
    { kind: "path", d: line(middle ?? 0, above, middle ?? 0, below), stroke, width: 2.5 * zoom },
    { ...word, text: String(row.digit), x: at.left - 8 * zoom, anchor: "end" },
    { ...word, text: formatShare(alarms, row.sorted.length), x: at.width - 2 * zoom, anchor: "end" },
  ];
}

function thresholdShapes({ score, isHeld }: Threshold, x: number, at: PanelLayout): readonly Shape[] {
  const { zoom } = at;
  const text = formatTick(Number(score.toPrecision(3)));
  const [height, radius] = [20 * zoom, 10 * zoom];
  const width = textWidth(text, TEXT_SIZE * zoom) + 14 * zoom;
  const left = Math.min(at.width - width - 1, Math.max(1, x - width / 2));
  const flat = width - height;
  const pill = `M${place(left + radius, 1)}h${round(flat)}a${round(radius)},${round(radius)} 0 0 1 0,${round(height)}h${round(-flat)}a${round(radius)},${round(radius)} 0 0 1 0,${round(-height)}z`;
  return [
    {
      kind: "path",
      d: line(x, height, x, at.height),
      ...{ stroke: "ink", width: 1.5 * zoom, dash: isHeld ? [] : [2 * zoom, 3 * zoom] },
    },
    { kind: "path", d: pill, fill: isHeld ? "ink" : "surface", stroke: "ink", width: 1.5 * zoom },
    {
      kind: "text",
      ...{ text, x: left + width / 2, y: 1 + radius, anchor: "middle", ink: isHeld ? "surface" : "ink" },
    },
  ];
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${place(x1, y1)}L${place(x2, y2)}`;
}

function box(left: number, top: number, right: number, bottom: number): string {
  return `M${place(left, top)}H${round(right)}V${round(bottom)}H${round(left)}z`;
}

function place(x: number, y: number): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): string {
  return value.toFixed(1);
}
