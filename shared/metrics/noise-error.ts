import { PIXELS } from "../dataset/digits.ts";
import { affineMap, isAffine } from "../model/affine-map.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";

/** The error that an affine model is expected to make on noise of mean 0 and variance 1 a pixel, and what it is made of. */
export type NoiseError = {
  /** ||A - I||^2 / 64: what the map makes of noise that is not the noise itself. */
  readonly map: number;
  /** ||b||^2 / 64: what the model adds to every image. */
  readonly bias: number;
};

/**
 * For y = x A + b and x of independent pixels with mean 0 and variance 1, E||y - x||^2 = ||A - I||^2 + ||b||^2 (Frobenius). A projection
 * onto h of 64 directions has map (64 - h) / 64 and no bias. Null for a model that is not affine.
 */
export function noiseError(model: ExperimentSpec["model"], weights: Weights): NoiseError | null {
  if (!isAffine(model)) return null;
  const { A, b } = affineMap(model, weights);
  let map = 0;
  for (let i = 0; i < A.length; i++) map += (A[i] - (i % (PIXELS + 1) === 0 ? 1 : 0)) ** 2;
  return { map: map / PIXELS, bias: b.reduce((sum, value) => sum + value ** 2, 0) / PIXELS };
}
