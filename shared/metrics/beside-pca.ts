import { type Digits, PIXELS } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { takeImages } from "../dataset/split.ts";
import { forward } from "../model/forward.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { latentSize } from "../spec/latent-width.ts";
import { rebuildByPca, trainComponents } from "../training/principal-components.ts";
import { mean, reconstructionErrors } from "./reconstruction-error.ts";

type Model = { readonly spec: ExperimentSpec; readonly weights: Weights };

/** Some images through one model, and through PCA of as many numbers as its latent has. */
export type BesidePca = {
  /** How many numbers the latent of an image holds. */
  readonly size: number;
  readonly reconstructions: Float32Array; // [n * 64]
  readonly errors: Float64Array; // [n]
  /** Null from 64 numbers on, where PCA gives every image back. */
  readonly pca: PcaResult | null;
};

export type PcaResult = {
  readonly reconstructions: Float32Array; // [n * 64]
  readonly errors: Float64Array; // [n]
  /** Mean errors over all images of each side. PCA is fitted to the train images: no affine map does better on them. */
  readonly trainMse: number;
  readonly testMse: number;
};

/**
 * The same images, given as places in the data, through models that share a data set, each beside PCA of the same width:
 * `PCA(n_components=h, svd_solver="full").fit(train)` in scikit-learn.
 */
export function besidePca(
  { models, places }: { readonly models: readonly Model[]; readonly places: Int32Array },
  digits: Digits,
): readonly BesidePca[] {
  const known = new Map<number, PcaResult>();
  return models.map(({ spec, weights }) => {
    const { dataset, model } = spec;
    const images = takeImages(scaleImages(digits, dataset.scaling), places);
    const size = latentSize(model);
    const reconstructions = forward(model, weights, images).output;
    const errors = reconstructionErrors(images, reconstructions);
    if (size >= PIXELS) return { size, reconstructions, errors, pca: null };
    const pca = known.get(size) ?? throughPca(images, size, { dataset, digits });
    known.set(size, pca);
    return { size, reconstructions, errors, pca };
  });
}

function throughPca(
  images: Float32Array,
  width: number,
  { dataset, digits }: { dataset: ExperimentSpec["dataset"]; digits: Digits },
): PcaResult {
  const pca = trainComponents(dataset, digits);
  const { train, test } = readExamples(dataset, digits);
  const errorsOf = (some: Float32Array) => reconstructionErrors(some, rebuildByPca(pca, some, width));
  return {
    reconstructions: Float32Array.from(rebuildByPca(pca, images, width)),
    errors: errorsOf(images),
    trainMse: mean(errorsOf(train)),
    testMse: mean(errorsOf(test)),
  };
}
