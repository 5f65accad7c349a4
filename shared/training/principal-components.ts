import { type Digits, PIXELS } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import { remember } from "../remember.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { eigenvectors } from "./eigenvectors.ts";
import { MOMENTS_SIDE, secondMoments } from "./second-moments.ts";

/** What PCA knows of images: their mean, the components as rows with the largest variance first, and those variances. */
export type PrincipalComponents = {
  readonly mean: Float64Array; // [64]
  readonly components: Float64Array; // [64 * 64]
  /** Of the images along each component, over n; scikit-learn divides by n - 1. */
  readonly variances: Float64Array; // [64]
};

/**
 * The principal components of images [n * 64]: the eigenvectors of their covariance, as in
 * `sklearn.decomposition.PCA(svd_solver="full").fit(images)`. Each component has the sign with which its largest entry is positive;
 * scikit-learn chooses signs in another way.
 */
export function principalComponents(images: Float32Array): PrincipalComponents {
  const { mean, covariance } = covarianceOf(images);
  const { values, vectors } = eigenvectors(covariance, PIXELS);
  // Rounding may leave a tiny negative eigenvalue where pixels never change.
  return { mean, components: vectors, variances: values.map((value) => Math.max(0, value)) };
}

/** The mean [64] and the covariance [64 * 64], over n, of images [n * 64]. */
export function covarianceOf(images: Float32Array): {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
} {
  const moments = secondMoments(images);
  const mean = moments.slice(PIXELS * MOMENTS_SIDE, PIXELS * MOMENTS_SIDE + PIXELS);
  const covariance = new Float64Array(PIXELS * PIXELS);
  for (let i = 0; i < PIXELS; i++) {
    for (let j = 0; j < PIXELS; j++)
      covariance[i * PIXELS + j] = moments[i * MOMENTS_SIDE + j] - mean[i] * mean[j];
  }
  return { mean, covariance };
}

const ofTrain = remember((digits: Digits, dataset: ExperimentSpec["dataset"]) =>
  principalComponents(readExamples(dataset, digits).train),
);

/** Those of a data set's train images: what PCA learns where a model is trained. Found once for the runs that share it. */
export function trainComponents(dataset: ExperimentSpec["dataset"], digits: Digits): PrincipalComponents {
  return ofTrain(digits, dataset);
}

/** Images [n * 64] as PCA's codes [n * width], scikit-learn's `transform`; `width` is at most 64. */
export function projectOn(
  { mean, components }: PrincipalComponents,
  images: Float32Array,
  width: number,
): Float64Array {
  const codes = new Float64Array((images.length / PIXELS) * width);
  for (let at = 0; at < codes.length; at++) {
    const start = Math.floor(at / width) * PIXELS;
    const row = (at % width) * PIXELS;
    let sum = 0;
    for (let i = 0; i < PIXELS; i++) sum += (images[start + i] - mean[i]) * components[row + i];
    codes[at] = sum;
  }
  return codes;
}

/** Codes [n * width] as images [n * 64], scikit-learn's `inverse_transform`. */
export function rebuildFrom(
  { mean, components }: PrincipalComponents,
  codes: Float64Array,
  width: number,
): Float64Array {
  const count = codes.length / width;
  const images = new Float64Array(count * PIXELS);
  for (let row = 0; row < count; row++) {
    const image = images.subarray(row * PIXELS, (row + 1) * PIXELS);
    image.set(mean);
    for (let k = 0; k < width; k++) {
      const value = codes[row * width + k];
      for (let i = 0; i < PIXELS; i++) image[i] += value * components[k * PIXELS + i];
    }
  }
  return images;
}

/** What PCA of a width makes of images [n * 64]: through `width` numbers and back. From 64 on, the images themselves. */
export function rebuildByPca(pca: PrincipalComponents, images: Float32Array, width: number): Float64Array {
  const kept = Math.min(width, PIXELS);
  return rebuildFrom(pca, projectOn(pca, images, kept), kept);
}
