/**
 * The area under the ROC curve: the chance that an anomaly scores above a normal example, ties counting half (Mann and
 * Whitney's U). Equals sklearn's `roc_auc_score`. NaN when either side is empty.
 */
export function auroc(normal: Float64Array, anomalies: Float64Array): number {
  const sorted = normal.toSorted();
  let wins = 0;
  for (const score of anomalies) {
    wins += (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / 2;
  }
  return wins / (normal.length * anomalies.length);
}

/** How many sorted values are below `limit`, or at most `limit`. */
function countBelow(sorted: Float64Array, limit: number, orEqual: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < limit || (orEqual && sorted[middle] === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
