import type { Metrics } from "../../shared/api/runs.ts";
import type { Meaning, PlotColumns, PlotLine } from "./columns.ts";
import { bandOf, spreadOf } from "./spread.ts";

/** What every error of the lab is measured in. */
export const ERROR_UNIT = "mean square error";

/** One finished run of a sweep: `width` is its hidden size or its number of kernels. */
export type SweepPoint = { readonly width: number; readonly metrics: Metrics };

/** Points that belong together: a sweep's, or those of another one to compare with. */
export type WidthSeries = {
  readonly points: readonly SweepPoint[];
  /** What tells its lines from another series': `, kernels`. */
  readonly suffix?: string;
  readonly isReference?: boolean;
  readonly shade?: number;
};

/** PCA floors by width, [65]; `awaited` keeps their place while they are computed, `none` where they say nothing. */
export type Floors = Float64Array | "awaited" | "none";

const FLOOR = { label: "PCA floor", meaning: "floor" } as const;

export type Measure = {
  readonly label: string;
  readonly meaning: Meaning;
  readonly metric: "trainMse" | "testMse" | "randomMse";
};

export const TRAIN_AND_TEST: readonly Measure[] = [
  { label: "train", meaning: "train", metric: "trainMse" },
  { label: "test", meaning: "test", metric: "testMse" },
];
export const RANDOM: readonly Measure[] = [{ label: "random data", meaning: "random", metric: "randomMse" }];

/**
 * Train and test error against width: the mean over seeds, a band of one standard deviation where there are several,
 * and the PCA floor ([65], by width) at every whole width between, because between two sizes it is not straight.
 */
export function buildErrorByWidth(points: readonly SweepPoint[], floors: Floors): PlotColumns {
  return buildErrorOfSeries([{ points }], floors);
}

/** The same of several series on one axis. */
export function buildErrorOfSeries(series: readonly WidthSeries[], floors: Floors): PlotColumns {
  return buildByWidth({ series, measures: TRAIN_AND_TEST, floors });
}

/** Error on random data against width. */
export function buildRandomByWidth(points: readonly SweepPoint[]): PlotColumns {
  return buildRandomOfSeries([{ points }]);
}

/** The same of several series on one axis. */
export function buildRandomOfSeries(series: readonly WidthSeries[]): PlotColumns {
  return buildByWidth({ series, measures: RANDOM, floors: "none" });
}

function buildByWidth({
  series,
  measures,
  floors,
}: {
  series: readonly WidthSeries[];
  measures: readonly Measure[];
  floors: Floors;
}): PlotColumns {
  const all = series.flatMap(({ points }) => points.map(({ width }) => width));
  const widths = [...new Set(all)].toSorted((a, b) => a - b);
  const [first, last] = [widths[0], widths.at(-1)];
  if (first === undefined || last === undefined) return withoutValues(measures, floors);
  const between = typeof floors === "string" ? [] : wholeNumbers(first, Math.min(last, floors.length - 1));
  const x = [...new Set([...widths, ...between])].toSorted((a, b) => a - b);
  const measured = series.flatMap(({ points, suffix = "", ...look }) =>
    measures.map((measure) => {
      const line = measuredLine(measure, x, points);
      return { ...line, ...look, label: `${line.label}${suffix}` };
    }),
  );
  const floor = floors === "none" ? [] : [floorLine(x, floors)];
  return { x, lines: [...measured, ...floor], rows: widths.map((width) => x.indexOf(width)) };
}

/** The lines by name alone, so that a legend has its room before there is anything to draw. */
function withoutValues(measures: readonly Measure[], floors: Floors): PlotColumns {
  const lines = floors === "none" ? measures : [...measures, FLOOR];
  return { x: [], lines: lines.map(({ label, meaning }) => ({ label, meaning, values: [] })), rows: [] };
}

function floorLine(x: readonly number[], floors: Exclude<Floors, "none">): PlotLine {
  return { ...FLOOR, values: x.map((width) => (floors === "awaited" ? null : floorAt(floors, width))) };
}

/** The floor of a width; models wider than the image have that of its 64 pixels. */
export function floorAt(floors: Float64Array, width: number): number {
  return floors[Math.min(width, floors.length - 1)] ?? 0;
}

/** A measure of points at each width of `x`: the mean over seeds, and a band where a width has several. */
export function measuredLine(
  { label, meaning, metric }: Measure,
  x: readonly number[],
  points: readonly SweepPoint[],
): PlotLine {
  const spreads = x.map((width) =>
    spreadOf(points.filter((point) => point.width === width).map(({ metrics }) => metrics[metric])),
  );
  const band = bandOf(spreads);
  const line = { label, meaning, values: spreads.map((spread) => spread?.mean ?? null) };
  return band === undefined ? line : { ...line, band };
}

function wholeNumbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
