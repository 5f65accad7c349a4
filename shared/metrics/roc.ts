/** Two heaps of scores as one list from the largest score down; scores that are equal stand together as one step. */
export type Ranking = {
  /** A place among the sorted normal scores, or ~place among those of the anomalies. */
  readonly places: Int32Array; // [n + m]
  /** 1 where the next score is another one: there the ROC curve has a point. */
  readonly ends: Uint8Array; // [n + m]
};

/** How often each score counts, by its place: once, or as often as a bootstrap drew it. */
export type Weights = { readonly normal: Uint16Array; readonly anomaly: Uint16Array };

export function onceEach(normal: Float64Array, anomaly: Float64Array): Weights {
  const once = ({ length }: Float64Array) => new Uint16Array(length).fill(1);
  return { normal: once(normal), anomaly: once(anomaly) };
}

/** Both sides are sorted, smallest first. */
export function rankScores(normal: Float64Array, anomaly: Float64Array): Ranking {
  const places = new Int32Array(normal.length + anomaly.length);
  const ends = new Uint8Array(places.length);
  let [i, j] = [normal.length - 1, anomaly.length - 1];
  for (let at = 0; at < places.length; at++) {
    const isNormal = j < 0 || (i >= 0 && normal[i] >= anomaly[j]);
    const score = isNormal ? normal[i] : anomaly[j];
    places[at] = isNormal ? i-- : ~j--;
    ends[at] = normal[i] !== score && anomaly[j] !== score ? 1 : 0;
  }
  return { places, ends };
}

/** How many of `count` normal examples may raise a false alarm where a share of them, 0 to 1, may. */
export function allowedFalseAlarms(count: number, share: number): number {
  // 0.29 * 100 is a little less than 29.
  return Math.floor(share * count + 1e-9);
}

/**
 * Walks down the ROC curve of weighted scores. Writes to `found` how many anomalies a threshold finds with at most as many
 * false alarms as each of `limits` (ascending), and returns the AUROC; ties count half. No score is sorted here.
 */
export function walkRoc(
  { places, ends }: Ranking,
  weights: Weights,
  { limits, found }: { readonly limits: Int32Array; readonly found: Float64Array },
): number {
  let [falseAlarms, hits, area, reached] = [0, 0, 0, 0];
  let [lastFalseAlarms, lastHits] = [0, 0];
  for (let at = 0; at < places.length; at++) {
    const place = places[at];
    if (place >= 0) falseAlarms += weights.normal[place];
    else hits += weights.anomaly[~place];
    if (ends[at] === 0) continue;
    area += ((falseAlarms - lastFalseAlarms) * (hits + lastHits)) / 2;
    while (reached < limits.length && falseAlarms > limits[reached]) found[reached++] = lastHits;
    lastFalseAlarms = falseAlarms;
    lastHits = hits;
  }
  found.fill(hits, reached);
  return area / (falseAlarms * hits);
}

/**
 * The share of anomalies that are found where at most 1 % of the normal examples raise a false alarm: of sklearn's `roc_curve`
 * (with drop_intermediate=False) `tpr[fpr <= 0.01].max()`. NaN without anomalies.
 */
export function tprAt1Fpr(normal: Float64Array, anomalies: Float64Array): number {
  const found = new Float64Array(1);
  const limits = Int32Array.of(allowedFalseAlarms(normal.length, 0.01));
  const ranking = rankScores(normal.toSorted(), anomalies.toSorted());
  walkRoc(ranking, onceEach(normal, anomalies), { limits, found });
  return found[0] / anomalies.length;
}
