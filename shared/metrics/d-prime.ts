import { onceEach, type Weights } from "./roc.ts";

/**
 * How many of their own standard deviations two heaps lie apart: (mean of anomalies - mean of normal) / sqrt((variance of
 * anomalies + variance of normal) / 2), with the population's variances (NumPy's `var()`, over n). NaN when either side is
 * empty, or neither varies.
 */
export function dPrime(
  normal: Float64Array,
  anomalies: Float64Array,
  weights: Weights = onceEach(normal, anomalies),
): number {
  const a = moments(normal, weights.normal);
  const b = moments(anomalies, weights.anomaly);
  return (b.mean - a.mean) / Math.sqrt((a.variance + b.variance) / 2);
}

/** `weights` add up to the number of values. */
function moments(values: Float64Array, weights: Uint16Array) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += weights[i] * values[i];
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += weights[i] * (values[i] - mean) ** 2;
  return { mean, variance: squares / values.length };
}
