import type { PlotGroup } from "../../../../shared/api/class.ts";
import { quartilesOf } from "../../../plot/quartiles.ts";

export type MetricName = keyof PlotGroup["metrics"];

/** A run whose number lies far from everyone else's. */
export type Outlier = {
  /** Its student's place in the plot's columns. */
  readonly student: number;
  readonly width: number | null;
  readonly metric: MetricName;
  readonly value: number;
  /** From the class's median, in spreads. */
  readonly distance: number;
  readonly link: string;
};

/** The limit of Iglewicz and Hoaglin (1993) for scores that rest on the median. */
const FAR = 3.5;
/** A normal distribution's standard deviation in median absolute deviations. */
const DEVIATIONS = 1.4826;
/** A class that trains from one seed has one number: what differs by rounding is no outlier. */
const LEAST_SHARE = 0.01;
/** Fewer values have no middle to be far from. */
const LEAST_VALUES = 5;

export const OUTLIER_RULE = `An outlier lies more than ${FAR} spreads from the class’s median at its width. The spread is ${DEVIATIONS} × the median absolute deviation (MAD), and at least ${100 * LEAST_SHARE} % of the median; it is asked of ${LEAST_VALUES} runs or more.`;

/** The outliers of some metrics of a run cell, the farthest first; of one run only its farthest number. */
export function findOutliers(group: PlotGroup, metrics: readonly MetricName[]): readonly Outlier[] {
  const farthest = new Map<string, Outlier>();
  for (const metric of metrics) {
    for (const [w, values] of group.metrics[metric].entries()) {
      const middle = middleOf(values);
      if (middle === null) continue;
      for (const [student, value] of values.entries()) {
        const link = group.links[w]?.[student];
        if (value === null || link === null || link === undefined) continue;
        const distance = Math.abs(value - middle.median) / middle.spread;
        if (!(distance > FAR) || distance <= (farthest.get(link)?.distance ?? 0)) continue;
        farthest.set(link, { student, width: group.widths[w] ?? null, metric, value, distance, link });
      }
    }
  }
  return [...farthest.values()].toSorted((a, b) => b.distance - a.distance);
}

function middleOf(values: readonly (number | null)[]): { median: number; spread: number } | null {
  if (values.filter((value) => value !== null).length < LEAST_VALUES) return null;
  const median = quartilesOf(values)?.median;
  if (median === undefined) return null;
  const deviation = quartilesOf(
    values.map((value) => (value === null ? null : Math.abs(value - median))),
  )?.median;
  return { median, spread: Math.max(DEVIATIONS * (deviation ?? 0), LEAST_SHARE * Math.abs(median)) };
}
