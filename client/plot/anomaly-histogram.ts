import { NO_COLUMNS, type PlotColumns } from "./columns.ts";

const BINS = 40;

/**
 * How the anomaly scores of both kinds are spread: the share of each kind's examples (percent) in bins of one width.
 * x holds the left edge of each bin and the right edge of the last. The last bin holds all that is above
 * the 99.5th percentile too, so that one far image does not press the rest together.
 */
export function buildAnomalyHistogram(scores: {
  readonly normal: Float64Array;
  readonly anomaly: Float64Array;
  readonly normalLabel: string;
}): PlotColumns {
  const all = Float64Array.of(...scores.normal, ...scores.anomaly).sort();
  const top = all[Math.ceil(all.length * 0.995) - 1];
  if (top === undefined || !(top > 0)) return NO_COLUMNS;
  const width = top / BINS;
  const x = Array.from({ length: BINS + 1 }, (_, i) => i * width);
  return {
    x,
    lines: [
      { label: scores.normalLabel, meaning: "normal", values: shares(scores.normal, width) },
      { label: "other digits", meaning: "anomaly", values: shares(scores.anomaly, width) },
    ],
    rows: x.slice(0, BINS).map((_, i) => i),
  };
}

/** Percent of the scores in each bin; the entry after the last repeats it, for the right edge of its step. */
function shares(scores: Float64Array, width: number): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const score of scores) {
    const bin = Math.min(BINS - 1, Math.floor(score / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const percents = counts.map((count) => (scores.length === 0 ? 0 : (100 * count) / scores.length));
  return [...percents, percents[BINS - 1] ?? 0];
}
