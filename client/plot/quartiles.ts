import { quantile } from "../../shared/metrics/quantile.ts";

export type Quartiles = { readonly low: number; readonly median: number; readonly high: number };

/** The quartiles of a column as numpy.percentile(values, [25, 50, 75]) gives them; what is null does not count. Null of no values. */
export function quartilesOf(column: readonly (number | null)[]): Quartiles | null {
  const values = sortedValues(column);
  if (values.length === 0) return null;
  return {
    low: quantile(values, 0.25),
    median: quantile(values, 0.5),
    high: quantile(values, 0.75),
  };
}

/** The values that there are, the least first. */
export function sortedValues(column: readonly (number | null)[]): Float64Array {
  return Float64Array.from(column.filter((value) => value !== null)).sort();
}
