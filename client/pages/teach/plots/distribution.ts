import type { PlotGroup } from "../../../../shared/api/class.ts";
import { NO_COLUMNS, type PlotColumns, type PlotLine } from "../../../plot/columns.ts";
import { quartilesOf, sortedValues } from "../../../plot/quartiles.ts";
import { placeOf } from "./class-columns.ts";
import type { MetricName } from "./outliers.ts";

const BINS = 24;
/** How far the bins go beyond the quartiles, in distances between these; what is farther is in the end bins. */
const REACH = 3;
/** Where everyone has the same number, the bins span this share of it to both sides. */
const LEAST_SHARE = 0.002;

/**
 * How many students have which value of a metric at one width, the plot's own part filled and others as outlines. x holds the left edge
 * of each bin and the right edge of the last; the first and the last bin hold all that is beyond them too.
 */
export function buildDistribution(
  groups: readonly PlotGroup[],
  { metric, width }: { metric: MetricName; width: number | null },
): PlotColumns {
  const series = groups.flatMap((group, g) => {
    const place = group.widths.indexOf(width);
    const values = sortedValues(group.metrics[metric][place] ?? []);
    return values.length === 0 ? [] : [{ values, label: placeOf(group), isReference: g > 0 }];
  });
  const all = series.flatMap(({ values }) => [...values]);
  const middle = quartilesOf(all);
  if (middle === null) return NO_COLUMNS;
  const { low, median, high } = middle;
  const room = Math.max(REACH * (high - low), LEAST_SHARE * Math.abs(median), 1e-9);
  const from = Math.max(Math.min(...all), low - room);
  const to = Math.min(Math.max(...all), high + room);
  const isFlat = to - from < 2 * LEAST_SHARE * Math.abs(median);
  const [first, last] = isFlat ? [median - room, median + room] : [from, to];
  const x = Array.from({ length: BINS + 1 }, (_, i) => first + (i * (last - first)) / BINS);
  return {
    x,
    lines: series.map(({ values, label, isReference }): PlotLine => {
      const counts = Array.from({ length: BINS }, () => 0);
      for (const value of values) {
        const bin = Math.floor((BINS * (value - first)) / (last - first));
        const place = Math.min(BINS - 1, Math.max(0, bin));
        counts[place] = (counts[place] ?? 0) + 1;
      }
      return {
        label,
        meaning: MEANINGS[metric],
        values: [...counts, counts.at(-1) ?? 0],
        isMarked: false,
        isReference,
      };
    }),
    rows: x.slice(0, BINS).map((_, i) => i),
  };
}

const MEANINGS = { trainMse: "train", testMse: "test", randomMse: "random", auroc: "anomaly" } as const;
