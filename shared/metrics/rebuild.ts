import { type Digits, PIXELS } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { IMAGES_AT_ONCE, makeReconstructor } from "./evaluate.ts";
import { reconstructionErrors } from "./reconstruction-error.ts";

/** What a model makes of every image of the data, in the data's order and the spec's scaling. */
export type Rebuilt = {
  readonly reconstructions: Float32Array; // [n * 64]
  readonly errors: Float64Array; // [n]
};

/** Runs a model on all images of the data, those it was trained on and those it was not, in bounded memory. */
export function rebuild({
  spec,
  weights,
  digits,
}: {
  readonly spec: ExperimentSpec;
  readonly weights: Weights;
  readonly digits: Digits;
}): Rebuilt {
  const images = scaleImages(digits, spec.dataset.scaling);
  const reconstruct = makeReconstructor(spec.model, weights);
  const reconstructions = new Float32Array(images.length);
  const errors = new Float64Array(images.length / PIXELS);
  for (let start = 0; start < errors.length; start += IMAGES_AT_ONCE) {
    const some = images.subarray(start * PIXELS, (start + IMAGES_AT_ONCE) * PIXELS);
    const output = reconstruct(some);
    reconstructions.set(output, start * PIXELS);
    errors.set(reconstructionErrors(some, output), start);
  }
  return { reconstructions, errors };
}
