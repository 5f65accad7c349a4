import { type Digits, PIXELS } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import { randomImages } from "../dataset/random-data.ts";
import { remember } from "../remember.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";

type Dataset = ExperimentSpec["dataset"];

/** Rows and columns of the second moments: 64 pixels and the constant 1 that carries the means. */
export const MOMENTS_SIDE = PIXELS + 1;

/** C = [X 1]^T [X 1] / n, symmetric, [65 * 65]. */
export type SecondMoments = Float64Array;

/** The second moments of images [n * 64]: all that a linear model's square error depends on. */
export function secondMoments(images: Float32Array): SecondMoments {
  const n = images.length / PIXELS;
  const sums = new Float64Array(MOMENTS_SIDE * MOMENTS_SIDE);
  for (let image = 0; image < n; image++) {
    const row = images.subarray(image * PIXELS, (image + 1) * PIXELS);
    for (let i = 0; i < PIXELS; i++) {
      const value = row[i];
      const start = i * MOMENTS_SIDE;
      for (let j = i; j < PIXELS; j++) sums[start + j] += value * row[j];
      sums[start + PIXELS] += value;
    }
  }
  sums[MOMENTS_SIDE * MOMENTS_SIDE - 1] = n;
  for (let i = 0; i < MOMENTS_SIDE; i++) {
    for (let j = i; j < MOMENTS_SIDE; j++) {
      const mean = sums[i * MOMENTS_SIDE + j] / n;
      sums[i * MOMENTS_SIDE + j] = mean;
      sums[j * MOMENTS_SIDE + i] = mean;
    }
  }
  return sums;
}

const ofTrain = remember((digits: Digits, dataset: Dataset) =>
  secondMoments(readExamples(dataset, digits).train),
);
const ofTest = remember((digits: Digits, dataset: Dataset) =>
  secondMoments(readExamples(dataset, digits).test),
);

/** The second moments of a data set's train images; made once for the runs that share it. */
export function trainMoments(dataset: Dataset, digits: Digits): SecondMoments {
  return ofTrain(digits, dataset);
}

export function testMoments(dataset: Dataset, digits: Digits): SecondMoments {
  return ofTest(digits, dataset);
}

/** Those of the random data of `randomMse`. */
export function randomMoments(): SecondMoments {
  ofRandom ??= secondMoments(randomImages());
  return ofRandom;
}

let ofRandom: SecondMoments | undefined;
