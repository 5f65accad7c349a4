import { Mt19937 } from "../random/mt19937.ts";
import { boundedInteger } from "../random/numpy.ts";
import { dPrime } from "./d-prime.ts";
import { quantile } from "./quantile.ts";
import { allowedFalseAlarms, onceEach, rankScores, walkRoc } from "./roc.ts";

/** Scores of what is normal and of what is not. */
export type TwoHeaps = { readonly normal: Float64Array; readonly anomaly: Float64Array };

/** A number, and the 95 % of a bootstrap's replicates around it. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

/** How well two heaps are told apart. */
export type Separation = {
  readonly auroc: Estimate;
  readonly tprAt1Fpr: Estimate;
  readonly dPrime: Estimate;
  /** The largest true positive rate with at most k % of false alarms, k from 0 to 100, and each one's interval. */
  readonly roc: { readonly tpr: Float64Array; readonly low: Float64Array; readonly high: Float64Array }; // [101]
};

export const REPLICATES = 1_000;
const SEED = 0;
const SHARES = Array.from({ length: 101 }, (_, percent) => percent / 100);
const TAIL = 0.025;

/**
 * How well two heaps are told apart, with 95 % intervals of a stratified bootstrap: each replicate draws as many normal scores and
 * then as many anomalies as there are, with replacement, by NumPy's `RandomState(0).randint`; the interval is NumPy's
 * `percentile(replicates, [2.5, 97.5])`. A replicate counts how often each score was drawn and walks the scores that were
 * sorted once. Neither side may be empty, and all scores are finite.
 */
export function findSeparation(heaps: TwoHeaps, replicates = REPLICATES): Separation {
  const [normal, anomaly] = [heaps.normal.toSorted(), heaps.anomaly.toSorted()];
  const ranking = rankScores(normal, anomaly);
  const limits = Int32Array.from(SHARES, (share) => allowedFalseAlarms(normal.length, share));
  const found = new Float64Array(SHARES.length);
  const weights = onceEach(normal, anomaly);
  const measure = (): Measured => {
    const auroc = walkRoc(ranking, weights, { limits, found });
    const tpr = found.map((hits) => hits / anomaly.length);
    return { auroc, dPrime: dPrime(normal, anomaly, weights), tpr };
  };

  const whole = measure();
  const generator = new Mt19937(SEED);
  const drawn = Array.from({ length: replicates }, () => {
    draw(generator, weights.normal);
    draw(generator, weights.anomaly);
    return measure();
  });
  const around = (read: (one: Measured) => number): Estimate => {
    const sorted = Float64Array.from(drawn, read).sort();
    return { value: read(whole), low: quantile(sorted, TAIL), high: quantile(sorted, 1 - TAIL) };
  };
  const rates = SHARES.map((_, percent) => around(({ tpr }) => tpr[percent]));
  return {
    auroc: around(({ auroc }) => auroc),
    tprAt1Fpr: rates[1],
    dPrime: around(({ dPrime }) => dPrime),
    roc: {
      tpr: whole.tpr,
      low: Float64Array.from(rates, ({ low }) => low),
      high: Float64Array.from(rates, ({ high }) => high),
    },
  };
}

type Measured = { readonly auroc: number; readonly dPrime: number; readonly tpr: Float64Array };

/** As many of a heap's scores as it has, with replacement: how often each was drawn. */
function draw(generator: Mt19937, weights: Uint16Array): void {
  weights.fill(0);
  for (let i = 0; i < weights.length; i++) weights[boundedInteger(generator, weights.length - 1)]++;
}
