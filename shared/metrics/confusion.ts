import { countBelow } from "./count-below.ts";
import { allowedFalseAlarms } from "./roc.ts";
import type { TwoHeaps } from "./separation.ts";

/** What a threshold makes of the examples: a score at or above it raises an alarm. */
export type Confusion = {
  /** Normal, and below. */
  readonly accepted: number;
  /** Normal, but at or above. */
  readonly falseAlarms: number;
  /** Anomalies at or above. */
  readonly found: number;
  /** Anomalies, but below. */
  readonly missed: number;
};

/** Both sides are sorted, smallest first. */
export function countConfusion({ normal, anomaly }: TwoHeaps, threshold: number): Confusion {
  const accepted = countBelow(normal, threshold);
  const missed = countBelow(anomaly, threshold);
  return {
    accepted,
    falseAlarms: normal.length - accepted,
    found: anomaly.length - missed,
    missed,
  };
}

/** The lowest threshold of the sorted scores that at most a share of the normal ones, 0 to 1, are at or above. */
export function thresholdAt({ normal, anomaly }: TwoHeaps, share: number): number {
  const allowed = allowedFalseAlarms(normal.length, share);
  // Ties with the last score that has to stay below it would raise more alarms.
  const below = normal[normal.length - allowed - 1] ?? 0;
  const next = (sorted: Float64Array) => sorted.find((score) => score > below) ?? Number.POSITIVE_INFINITY;
  const least = Math.min(next(normal), next(anomaly));
  return Number.isFinite(least) ? (below + least) / 2 : below * 1.02 || 1;
}
