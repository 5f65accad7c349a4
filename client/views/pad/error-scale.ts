import { logRange } from "../../plot/ranges.ts";
import { linearTicks, logTicks, spacedTicks } from "../../plot/ticks.ts";
import type { ErrorGroup } from "./error-groups.ts";

const BINS = 48;
/** Errors of exactly 0 have no place on a log axis: the smallest that is drawn. */
const LEAST = 1e-9;
const TICK_GAP = 0.14;

/** A logarithmic axis of errors and how many of each group lie where on it. */
export type ErrorScale = {
  readonly ticks: readonly number[];
  /** Where a value stands, 0 to 1; what lies beyond an end stands at it. */
  readonly toShare: (value: number) => number;
  /** Of each group, bin by bin along the axis, 0 to 1: 1 is the fullest bin of that group. */
  readonly heights: readonly (readonly number[])[];
};

/** An axis that holds every group and the other values that are marked on it. */
export function buildErrorScale(groups: readonly ErrorGroup[], marked: readonly number[]): ErrorScale {
  const ends = groups.flatMap(({ sorted }) => [sorted[0] ?? LEAST, sorted.at(-1) ?? LEAST]);
  const values = [...ends, ...marked].filter(Number.isFinite).map((value) => Math.max(LEAST, value));
  const [low, high] = logRange(Math.min(...values), Math.max(...values));
  const span = Math.log(high / low);
  const toShare = (value: number) => Math.min(1, Math.max(0, Math.log(value / low) / span));
  return {
    ticks: spacedTicks(high / low < 10 ? linearTicks(low, high, 6) : logTicks(low, high), toShare, TICK_GAP),
    toShare,
    heights: groups.map(({ sorted }) => countBins(sorted, toShare)),
  };
}

function countBins(sorted: Float64Array, toShare: (value: number) => number): readonly number[] {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of sorted) {
    const bin = Math.min(BINS - 1, Math.floor(toShare(value) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts.map((count) => count / most);
}

/** The outline of a histogram in a box of 100 x 100, open at the bottom. */
export function outlineOf(heights: readonly number[]): string {
  const width = 100 / heights.length;
  const steps = heights.map(
    (height, i) => `V${(100 - 100 * height).toFixed(1)}H${((i + 1) * width).toFixed(2)}`,
  );
  return `M0 100${steps.join("")}V100`;
}
