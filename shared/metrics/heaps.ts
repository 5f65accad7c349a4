import type { AnomalyScores } from "./anomaly-scores.ts";
import { aurocOfSorted } from "./auroc.ts";
import { quantile } from "./quantile.ts";

/** The scores of one model, in the class that counts as normal and out of it, and which image each is of. */
export type Heaps = {
  readonly scores: AnomalyScores;
  /** The places in the data of the sorted scores. */
  readonly places: { readonly normal: Int32Array; readonly anomaly: Int32Array };
};

/** Parts the errors of some examples (places in the data) by whether they are of the normal digit, and sorts both sides. */
export function buildHeaps({
  errors,
  examples,
  labels,
  digit,
}: {
  readonly errors: Float64Array; // of the whole data
  readonly examples: Int32Array;
  readonly labels: Uint8Array;
  readonly digit: number;
}): Heaps {
  const side = (isNormal: boolean) =>
    examples.filter((place) => (labels[place] === digit) === isNormal).sort((a, b) => errors[a] - errors[b]);
  const places = { normal: side(true), anomaly: side(false) };
  const normal = Float64Array.from(places.normal, (place) => errors[place]);
  const anomaly = Float64Array.from(places.anomaly, (place) => errors[place]);
  return { places, scores: { normal, anomaly, auroc: aurocOfSorted(normal, anomaly) } };
}

/** How the scores of one digit are spread: NumPy's `percentile` at 5, 25, 50, 75 and 95. */
export type DigitScores = {
  readonly digit: number;
  readonly sorted: Float64Array;
  readonly low: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly high: number;
};

/** The scores of some examples by digit; a digit without examples is left out. */
export function scoresByDigit(
  errors: Float64Array,
  examples: Int32Array,
  labels: Uint8Array,
): readonly DigitScores[] {
  return Array.from({ length: 10 }, (_, digit) => {
    const of = examples.filter((place) => labels[place] === digit);
    return { digit, sorted: Float64Array.from(of, (place) => errors[place]).sort() };
  })
    .filter(({ sorted }) => sorted.length > 0)
    .map(({ digit, sorted }) => ({
      digit,
      sorted,
      low: quantile(sorted, 0.05),
      lowerQuartile: quantile(sorted, 0.25),
      median: quantile(sorted, 0.5),
      upperQuartile: quantile(sorted, 0.75),
      high: quantile(sorted, 0.95),
    }));
}
