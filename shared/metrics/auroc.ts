/**
 * The area under the ROC curve: the chance that an anomaly scores above a normal example, ties counting half (Mann and
 * Whitney's U). Equals sklearn's `roc_auc_score`. NaN when either side is empty.
 */
export function auroc(normal: Float64Array, anomalies: Float64Array): number {
  return aurocOfSorted(normal.toSorted(), anomalies.toSorted());
}

/** The same of scores that are sorted, smallest first. */
export function aurocOfSorted(normal: Float64Array, anomalies: Float64Array): number {
  let [wins, below, upTo] = [0, 0, 0];
  for (const score of anomalies) {
    while (below < normal.length && normal[below] < score) below++;
    upTo = Math.max(upTo, below);
    while (upTo < normal.length && normal[upTo] <= score) upTo++;
    wins += (below + upTo) / 2;
  }
  return wins / (normal.length * anomalies.length);
}
