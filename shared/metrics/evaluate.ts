import type { Metrics } from "../api/runs.ts";
import { type Digits, PIXELS } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import { randomImages } from "../dataset/random-data.ts";
import { affineMap, applyAffine, isAffine } from "../model/affine-map.ts";
import { forwardExactly } from "../model/forward.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { randomMoments, type SecondMoments, testMoments, trainMoments } from "../training/second-moments.ts";
import { makeMeanSquareError } from "./mean-square-error.ts";
import { type Measures, measureErrors } from "./measures.ts";
import { reconstructionErrors } from "./reconstruction-error.ts";

/** Activations of a wide convolution take 100 KB an image: this many at a time stay far below a Worker's memory. */
export const IMAGES_AT_ONCE = 64;

/** From images [n * 64] to numbers, one an image if not said otherwise. */
export type Scorer = (images: Float32Array) => Float64Array;

/** How a model is scored. */
export type Scoring = {
  /** The reconstruction error of each image. */
  openScorer(): Scorer;
  /** Their mean from the images' second moments; asked of affine models alone. */
  openMeanSquareError(): (moments: SecondMoments) => number;
};

/** By the reference forward pass, in plain JavaScript and double precision. */
export function referenceScoring(model: ExperimentSpec["model"], weights: Weights): Scoring {
  return {
    openScorer: () => makeScorer(model, weights),
    openMeanSquareError: () => makeMeanSquareError(affineMap(model, weights)),
  };
}

/**
 * A run's final numbers: what the browser claims, what the Worker checks and what the command line prints come from here. Numbers
 * that are not finite come out as they are.
 */
export function evaluate(question: Evaluation): Metrics {
  const { tprAt1Fpr: _, dPrime: __, ...metrics } = measure(question);
  return metrics;
}

export type Evaluation = {
  readonly spec: ExperimentSpec;
  readonly weights: Weights;
  readonly digits: Digits;
  readonly scoring?: Scoring;
};

/** All numbers of a run. An affine model's means need the images' second moments alone; telling images apart needs every image's error. */
export function measure({
  spec,
  weights,
  digits,
  scoring = referenceScoring(spec.model, weights),
}: Evaluation): Measures {
  const { dataset, model } = spec;
  if (dataset.split.kind === "random" && isAffine(model)) {
    const meanSquareError = scoring.openMeanSquareError();
    return {
      trainMse: meanSquareError(trainMoments(dataset, digits)),
      testMse: meanSquareError(testMoments(dataset, digits)),
      randomMse: meanSquareError(randomMoments()),
    };
  }
  const { train, test, heldOut } = readExamples(dataset, digits);
  const score = scoring.openScorer();
  return measureErrors(dataset.split, {
    train: score(train),
    test: score(test),
    heldOut: score(heldOut),
    random: score(randomImages()),
  });
}

/** A function from images [n * 64] to their errors, one an image if not asked otherwise, in bounded memory. */
export function makeScorer(
  model: ExperimentSpec["model"],
  weights: Weights,
  errorsOf: typeof reconstructionErrors = reconstructionErrors,
): Scorer {
  const rebuild = makeReconstructor(model, weights);
  return (images) => {
    const some = (start: number) => images.subarray(start * PIXELS, (start + IMAGES_AT_ONCE) * PIXELS);
    const starts = Array.from(
      { length: Math.ceil(images.length / PIXELS / IMAGES_AT_ONCE) },
      (_, i) => i * IMAGES_AT_ONCE,
    );
    return concatenate(starts.map((start) => errorsOf(some(start), rebuild(some(start)))));
  };
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A function from some images [n * 64] to their reconstructions. */
export function makeReconstructor(
  model: ExperimentSpec["model"],
  weights: Weights,
): (images: Float32Array) => Float64Array {
  if (!isAffine(model)) {
    return (images) => forwardExactly(model, weights, Float64Array.from(images)).output;
  }
  const map = affineMap(model, weights);
  return (images) => applyAffine(map, images);
}
