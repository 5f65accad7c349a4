import type { Metrics } from "../api/runs.ts";
import { type Digits, PIXELS } from "../dataset/digits.ts";
import { randomImages } from "../dataset/random-data.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { splitExamples, takeImages } from "../dataset/split.ts";
import { affineMap, applyAffine, isAffine } from "../model/affine-map.ts";
import { forwardExactly } from "../model/forward.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { auroc } from "./auroc.ts";
import { mean, reconstructionErrors } from "./reconstruction-error.ts";

/** Activations of a wide convolution take 100 KB an image: this many at a time stay far below a Worker's memory. */
const IMAGES_AT_ONCE = 64;

/**
 * A run's final numbers by the reference forward pass: what the browser claims, what the Worker checks and what the
 * command line prints come from here. Numbers that are not finite come out as they are.
 */
export function evaluate({
  spec,
  weights,
  digits,
}: {
  spec: ExperimentSpec;
  weights: Weights;
  digits: Digits;
}): Metrics {
  const { split, scaling } = spec.dataset;
  const images = scaleImages(digits, scaling);
  const { train, test, heldOut } = splitExamples(split, digits.labels);
  const score = makeScorer(spec.model, weights);
  const trainErrors = score(takeImages(images, train));
  const testErrors = score(takeImages(images, test));
  const metrics = {
    trainMse: mean(trainErrors),
    testMse: mean(testErrors),
    randomMse: mean(score(randomImages())),
  };
  if (split.kind === "random") return metrics;
  const normal = heldOut.length === 0 ? trainErrors : score(takeImages(images, heldOut));
  return { ...metrics, auroc: auroc(normal, testErrors) };
}

/** A function from images [n * 64] to the reconstruction error of each, in bounded memory. */
export function makeScorer(
  model: ExperimentSpec["model"],
  weights: Weights,
): (images: Float32Array) => Float64Array {
  if (isAffine(model)) {
    const map = affineMap(model, weights);
    return (images) => reconstructionErrors(images, applyAffine(map, images));
  }
  return (images) => {
    const errors = new Float64Array(images.length / PIXELS);
    for (let start = 0; start < errors.length; start += IMAGES_AT_ONCE) {
      const some = images.subarray(start * PIXELS, (start + IMAGES_AT_ONCE) * PIXELS);
      const { output } = forwardExactly(model, weights, Float64Array.from(some));
      errors.set(reconstructionErrors(some, output), start);
    }
    return errors;
  };
}
