import { PIXELS } from "../dataset/digits.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { forwardExactly } from "./forward.ts";
import { chainMap } from "./linear-map.ts";
import { isConvolutionPair, pairMap } from "./tap-pairs.ts";
import type { Weights } from "./weights.ts";

/** y = x A + b for a reconstruction y of an image x. */
export type AffineMap = { readonly A: Float64Array /* [64 * 64], row by row */; readonly b: Float64Array };

/** Whether a model has nothing but affine layers (dropout is the identity when a model is scored). */
export function isAffine({ layers }: ExperimentSpec["model"]): boolean {
  return layers.every(({ kind }) => AFFINE.has(kind));
}

const AFFINE: ReadonlySet<string> = new Set([
  ...["linear", "conv2d", "convTranspose2d", "upsample2d", "flatten", "unflatten", "dropout"],
]);

/**
 * What an affine model does to every image, found by 65 of them: b is the reconstruction of the zero image, and row i
 * of A is that of the image whose pixel i is 1, less b. However wide the model, an image then costs 64 x 64. Chains of
 * linear layers and pairs of convolutions tell it more cheaply.
 */
export function affineMap(model: ExperimentSpec["model"], weights: Weights): AffineMap {
  const { layers } = model;
  if (isConvolutionPair(layers)) return pairMap(layers, weights);
  if (layers.every((layer) => layer.kind === "linear")) return chainMap(layers, weights);
  const basis = new Float64Array((PIXELS + 1) * PIXELS);
  for (let i = 0; i < PIXELS; i++) basis[(i + 1) * PIXELS + i] = 1;
  const { output } = forwardExactly(model, weights, basis);
  const b = output.slice(0, PIXELS);
  return { A: output.subarray(PIXELS).map((value, i) => value - b[i % PIXELS]), b };
}

/** The reconstructions of images [n * 64]. */
export function applyAffine({ A, b }: AffineMap, images: Float32Array): Float64Array {
  const output = new Float64Array(images.length);
  for (let start = 0; start < images.length; start += PIXELS) {
    const row = output.subarray(start, start + PIXELS);
    row.set(b);
    for (let i = 0; i < PIXELS; i += 4) {
      const [x0, x1, x2, x3] = [
        images[start + i],
        images[start + i + 1],
        images[start + i + 2],
        images[start + i + 3],
      ];
      const at = i * PIXELS;
      for (let j = 0; j < PIXELS; j++) {
        row[j] +=
          x0 * A[at + j] +
          x1 * A[at + PIXELS + j] +
          x2 * A[at + 2 * PIXELS + j] +
          x3 * A[at + 3 * PIXELS + j];
      }
    }
  }
  return output;
}
