/** Where the points of a digit lie; NaN where there are none. */
export type DigitSpread = {
  readonly digit: number;
  readonly count: number;
  readonly mean: readonly [number, number];
  /** The root mean square distance of its points from their mean. */
  readonly spread: number;
  /** The digit whose mean lies nearest: the distance between the means, over the root mean square of the two spreads. */
  readonly nearest: { readonly digit: number; readonly distance: number } | null;
};

/** Means, spreads and neighbours of the ten digits among points [n * 2]; `labels` are the points' digits. */
export function spreadOfDigits(points: Float32Array, labels: Uint8Array): readonly DigitSpread[] {
  const counts = new Int32Array(10);
  const means = new Float64Array(20);
  for (const [i, label] of labels.entries()) {
    counts[label]++;
    means[2 * label] += points[2 * i];
    means[2 * label + 1] += points[2 * i + 1];
  }
  for (let at = 0; at < 20; at++) means[at] /= counts[at >> 1];
  const squares = new Float64Array(10);
  for (const [i, label] of labels.entries())
    squares[label] +=
      (points[2 * i] - means[2 * label]) ** 2 + (points[2 * i + 1] - means[2 * label + 1]) ** 2;
  const spreads = squares.map((sum, digit) => Math.sqrt(sum / counts[digit]));

  const distance = (a: number, b: number) =>
    Math.hypot(means[2 * a] - means[2 * b], means[2 * a + 1] - means[2 * b + 1]) /
    Math.sqrt((spreads[a] ** 2 + spreads[b] ** 2) / 2);
  return Array.from(counts, (count, digit) => {
    const others = Array.from(counts.keys()).filter((other) => other !== digit && counts[other] > 0);
    const [nearest] = others.toSorted((a, b) => distance(digit, a) - distance(digit, b));
    return {
      ...{ digit, count, spread: spreads[digit] },
      mean: [means[2 * digit], means[2 * digit + 1]] as const,
      nearest:
        count === 0 || nearest === undefined ? null : { digit: nearest, distance: distance(digit, nearest) },
    };
  });
}
