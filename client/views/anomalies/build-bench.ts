import type { Digits } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { type BenchScores, benchExamples } from "../../../shared/metrics/anomaly-bench.ts";
import { buildHeaps, type DigitScores, type Heaps, scoresByDigit } from "../../../shared/metrics/heaps.ts";
import type { Rebuilt } from "../../../shared/metrics/rebuild.ts";
import { variationKept } from "../../../shared/metrics/variation-kept.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { latentSize } from "../../../shared/spec/latent-width.ts";

/** A model on the bench: what it makes of the images, and its scores for the digit that counts as normal. */
export type BenchModel = {
  readonly name: string;
  readonly spec: ExperimentSpec;
  /** The digit that it was trained on alone; null of one that saw all digits, or none. */
  readonly knows: number | null;
  readonly images: Float32Array; // [n * 64]
  readonly reconstructions: Float32Array; // [n * 64]
  readonly errors: Float64Array; // [n]
  readonly examples: Int32Array;
  readonly heaps: Heaps;
  readonly byDigit: readonly DigitScores[];
  /** The share of the differences among the images that their reconstructions keep, 0 to 1 and above. */
  readonly kept: number;
};

export type Baseline = { readonly name: string; readonly errors: Float64Array; readonly heaps: Heaps };

export type Bench = {
  readonly digit: number;
  readonly run: BenchModel;
  readonly rival: BenchModel | null;
  readonly baselines: readonly Baseline[];
};

/** A run that was scored, or the one beside it, with the spec that says how it was trained. */
export type Contender = {
  readonly name: string;
  readonly spec: ExperimentSpec;
  readonly isUntrained?: boolean;
};

/** Everything that the bench shows for one normal digit, from scores that do not depend on it. */
export function buildBench({
  run,
  rival,
  scores,
  digits,
  digit,
}: {
  readonly run: Contender;
  readonly rival: Contender | null;
  readonly scores: BenchScores;
  readonly digits: Digits;
  readonly digit: number;
}): Bench {
  const { labels } = digits;
  const examples = benchExamples(run.spec.dataset.split, labels);
  const model = (
    { name, spec, isUntrained = false }: Contender,
    { errors, reconstructions }: Rebuilt,
  ): BenchModel => {
    const own = benchExamples(spec.dataset.split, labels);
    const { scaling, split } = spec.dataset;
    const images = scaleImages(digits, scaling);
    return {
      ...{ name, spec, images, reconstructions, errors, examples: own },
      knows: split.kind === "oneDigit" && !isUntrained ? split.digit : null,
      heaps: buildHeaps({ errors, examples: own, labels, digit }),
      byDigit: scoresByDigit(errors, own, labels),
      kept: variationKept(images, reconstructions, own),
    };
  };
  const baseline = (name: string, errors: Float64Array | null): readonly Baseline[] =>
    errors === null ? [] : [{ name, errors, heaps: buildHeaps({ errors, examples, labels, digit }) }];
  return {
    digit,
    run: model(run, scores.run),
    rival: rival && scores.rival && model(rival, scores.rival),
    baselines: [
      ...baseline(`PCA, ${latentSize(run.spec.model)} components`, scores.pca),
      ...baseline("the mean image", scores.mean),
    ],
  };
}

/** Which model's scores cannot be compared: that of one that ran away in training; null of none. */
export function findRunaway({ run, rival }: BenchScores): "run" | "rival" | null {
  if (!run.errors.every(Number.isFinite)) return "run";
  return rival === null || rival.errors.every(Number.isFinite) ? null : "rival";
}

/** The digits' rows, the same for both models: the normal one first, then those that come closest to it. */
export function orderDigits({ digit, run: { byDigit } }: Bench): readonly number[] {
  const others = byDigit.filter((one) => one.digit !== digit).toSorted((a, b) => a.median - b.median);
  return [digit, ...others.map((one) => one.digit)];
}

/** Typical images to look at: of the normal digit, then of the digits that come closest, those with the median score. */
export function typicalPlaces(bench: Bench, labels: Uint8Array, count: number): readonly number[] {
  const { places } = bench.run.heaps;
  return orderDigits(bench)
    .slice(0, count)
    .flatMap((digit) => {
      const side = digit === bench.digit ? places.normal : places.anomaly;
      const own = side.filter((place) => labels[place] === digit);
      return own[Math.floor(own.length / 2)] ?? [];
    });
}

/** The worst of those on the wrong side of a threshold: normal images with the largest scores, others with the smallest. */
export function worstMistakes(
  { places }: Heaps,
  { accepted, missed }: { readonly accepted: number; readonly missed: number },
  count: number,
): { readonly falseAlarms: Int32Array; readonly missed: Int32Array } {
  const first = Math.max(accepted, places.normal.length - count);
  return {
    falseAlarms: places.normal.subarray(first).toReversed(),
    missed: places.anomaly.subarray(0, Math.min(missed, count)),
  };
}
