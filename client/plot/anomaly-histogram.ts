import type { AnomalyScores } from "../../shared/metrics/anomaly-scores.ts";
import { countBelow } from "../../shared/metrics/count-below.ts";
import { NO_COLUMNS, type PlotColumns, type PlotLine } from "./columns.ts";

const BINS = 40;

/** The scores of one model, and what its two heaps are called. */
export type ScoredModel = {
  readonly scores: AnomalyScores;
  readonly normalLabel: string;
  readonly anomalyLabel: string;
  readonly isReference?: boolean;
  /** 0 to 1: how strong its colours are. */
  readonly shade?: number;
};

/**
 * How the anomaly scores of one model or several are spread: the share of each kind's examples (percent) in bins that all
 * of them share. x holds the left edge of each bin and the right edge of the last. The last bin holds all that is above
 * the 99.5th percentile of the model with the largest one too, so that one far image does not press the rest together.
 */
export function buildAnomalyHistogram(models: readonly ScoredModel[]): PlotColumns {
  const top = Math.max(0, ...models.map(({ scores }) => percentile(scores, 0.995)));
  if (!(top > 0)) return NO_COLUMNS;
  const x = Array.from({ length: BINS + 1 }, (_, i) => (i * top) / BINS);
  return {
    x,
    lines: models.flatMap(({ scores, normalLabel, anomalyLabel, ...look }): PlotLine[] => [
      { label: normalLabel, meaning: "normal", values: shares(scores.normal, x), ...look },
      { label: anomalyLabel, meaning: "anomaly", values: shares(scores.anomaly, x), ...look },
    ]),
    rows: x.slice(0, BINS).map((_, i) => i),
  };
}

/** How many of the sorted scores are in each bin, from its edge to below the next; the last bin has no upper end. */
export function countBins(sorted: Float64Array, edges: readonly number[]): readonly number[] {
  const below = edges.map((edge) => countBelow(sorted, edge));
  return below.slice(0, -1).map((start, i) => {
    const isLast = i === below.length - 2;
    return (isLast ? sorted.length : (below[i + 1] ?? 0)) - start;
  });
}

/** Percent of the scores in each bin; the entry after the last repeats it, for the right edge of its step. */
function shares(sorted: Float64Array, edges: readonly number[]): readonly number[] {
  const percents = countBins(sorted, edges).map((count) =>
    sorted.length === 0 ? 0 : (100 * count) / sorted.length,
  );
  return [...percents, percents.at(-1) ?? 0];
}

/** The smallest score that `share` of all, of both kinds, are not above; 0 of none. */
function percentile({ normal, anomaly }: AnomalyScores, share: number): number {
  const total = normal.length + anomaly.length;
  let [i, j] = [normal.length - 1, anomaly.length - 1];
  for (let above = total - Math.ceil(total * share); above > 0; above--) {
    if ((normal[i] ?? -1) > (anomaly[j] ?? -1)) i--;
    else j--;
  }
  return Math.max(normal[i] ?? 0, anomaly[j] ?? 0);
}
