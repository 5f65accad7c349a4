/** How many examples of a digit there are, and the mean of their errors: NaN where there are none. */
export type DigitError = { readonly digit: number; readonly count: number; readonly mean: number };

/** The mean error of each digit among some examples, given as places in the data; `errors` and `labels` are of the whole data. */
export function errorsByDigit(
  places: Int32Array,
  { labels, errors }: { readonly labels: Uint8Array; readonly errors: Float64Array },
): readonly DigitError[] {
  const sums = new Float64Array(10);
  const counts = new Int32Array(10);
  for (const place of places) {
    sums[labels[place]] += errors[place];
    counts[labels[place]]++;
  }
  return Array.from(sums, (sum, digit) => ({ digit, count: counts[digit], mean: sum / counts[digit] }));
}
