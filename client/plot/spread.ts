import type { Column } from "./columns.ts";

/** What several seeds say together: their mean, and the sample standard deviation (null of a single value). */
export type Spread = { readonly mean: number; readonly deviation: number | null; readonly count: number };

/** Null of no values. The deviation divides by n - 1, as `numpy.std(values, ddof=1)`. */
export function spreadOf(values: readonly number[]): Spread | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, deviation: null, count };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (count - 1)), count };
}

/** The edges of a band of one deviation around means; of single values the band has no width. Undefined where no row has several. */
export function bandOf(
  spreads: readonly (Spread | null)[],
): { readonly low: Column; readonly high: Column } | undefined {
  if (!spreads.some((spread) => spread?.deviation != null)) return undefined;
  const edge = (side: 1 | -1) =>
    spreads.map((spread) => (spread === null ? null : spread.mean + side * (spread.deviation ?? 0)));
  return { low: edge(-1), high: edge(1) };
}
