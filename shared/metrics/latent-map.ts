import { type Digits, PIXELS } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { takeImages } from "../dataset/split.ts";
import { isAffine } from "../model/affine-map.ts";
import { encode } from "../model/forward.ts";
import type { Weights } from "../model/weights.ts";
import { Mt19937 } from "../random/mt19937.ts";
import { permutation } from "../random/numpy.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { latentSize } from "../spec/latent-width.ts";
import { type CodeComponents, componentsOfCodes, componentsThroughMap } from "../training/code-components.ts";
import { covarianceOf } from "../training/principal-components.ts";
import { MOMENTS_SIDE } from "../training/second-moments.ts";
import { IMAGES_AT_ONCE } from "./evaluate.ts";

type Model = ExperimentSpec["model"];

/** Where the codes of all images lie along a few axes: the code is near mean + sum of position * component. */
export type LatentMap = CodeComponents & {
  /** How many numbers a code holds. */
  readonly size: number;
  /** `code`: the code's own two numbers (or one). `pca`: its principal components. */
  readonly axes: "code" | "pca";
  readonly positions: Float32Array; // [n * count]
  /** How many images' codes PCA was fitted to. */
  readonly fitted: number;
};

/** Axes that a reader may choose from. */
const MOST_COMPONENTS = 10;
/** Codes that PCA is fitted to where an encoder is not affine: eigenvalues of a matrix of this side take about a second. */
const MOST_FITTED = 512;
/** 32 MB as float32: what codes may take while PCA is fitted to them. */
const MOST_NUMBERS = 8 * 2 ** 20;

/**
 * The codes of all images of the data along their first ten principal components, or as they are where a code has one or two
 * numbers. Exact for an affine encoder, and for any other with codes of up to 512 numbers; beyond that PCA is fitted to the codes of
 * up to 512 images, fewer where 32 MB hold fewer, which NumPy's RandomState(0) draws.
 */
export function mapLatent({
  spec,
  weights,
  digits,
}: {
  readonly spec: ExperimentSpec;
  readonly weights: Weights;
  readonly digits: Digits;
}): LatentMap {
  const { model } = spec;
  const images = scaleImages(digits, spec.dataset.scaling);
  const size = latentSize(model);
  if (size <= 2) return placed({ components: ownAxes(size), axes: "code", fitted: images.length / PIXELS });
  const encoder = { ...model, layers: model.layers.slice(0, model.latentAfter + 1) };
  if (isAffine(encoder)) return throughMap(encoder, weights, images);
  return placed({ ...fitComponents(model, weights, images), axes: "pca" });

  function placed(found: { components: CodeComponents; axes: "code" | "pca"; fitted: number }): LatentMap {
    const { components, axes, fitted } = found;
    const positions = placeCodes(model, weights, { images, found: components });
    return { ...components, size, axes, positions, fitted };
  }
}

/** From the codes of all images, or of as many as there is room for. */
function fitComponents(
  model: Model,
  weights: Weights,
  images: Float32Array,
): { readonly components: CodeComponents; readonly fitted: number } {
  const [count, size] = [images.length / PIXELS, latentSize(model)];
  const most = size <= MOST_FITTED ? count : Math.min(MOST_FITTED, Math.floor(MOST_NUMBERS / size));
  const places = permutation(new Mt19937(0), count).subarray(0, most);
  const codes = new Float32Array(places.length * size);
  for (const { start, values } of encodeInTurn(model, weights, takeImages(images, places)))
    codes.set(values, start * size);
  return { components: componentsOfCodes(codes, { size, most: MOST_COMPONENTS }), fitted: places.length };
}

/** A code of one or two numbers is its own position. */
function ownAxes(size: number): CodeComponents {
  const components = new Float64Array(size * size);
  for (let i = 0; i < size; i++) components[i * size + i] = 1;
  return { mean: new Float64Array(size), components, shares: new Float64Array(size) };
}

/**
 * What an affine encoder, x E + e, does to every image is found by 65 of them, as in affine-map.ts. An image's position along a
 * component v is then (x - mean) (E v): no code is made.
 */
function throughMap(encoder: Model, weights: Weights, images: Float32Array): LatentMap {
  const basis = new Float64Array(MOMENTS_SIDE * PIXELS);
  for (let i = 0; i < PIXELS; i++) basis[(i + 1) * PIXELS + i] = 1;
  const codes = encode(encoder, weights, basis);
  const size = codes.length / MOMENTS_SIDE;
  const mean = codes.slice(0, size);
  const E = codes.subarray(size);
  for (let at = 0; at < E.length; at++) E[at] -= mean[at % size];

  const ofImages = covarianceOf(images);
  for (let i = 0; i < PIXELS; i++) {
    for (let j = 0; j < size; j++) mean[j] += ofImages.mean[i] * E[i * size + j];
  }
  const { covariance } = ofImages;
  const found = componentsThroughMap(E, { covariance, mean, most: MOST_COMPONENTS });
  const count = found.shares.length;
  const pulls = new Float64Array(count * PIXELS); // E v, a row a component
  for (let at = 0; at < pulls.length; at++) {
    const [k, i] = [Math.floor(at / PIXELS) * size, (at % PIXELS) * size];
    for (let j = 0; j < size; j++) pulls[at] += E[i + j] * found.components[k + j];
  }
  const positions = new Float32Array((images.length / PIXELS) * count);
  for (let at = 0; at < positions.length; at++) {
    const [image, pull] = [Math.floor(at / count) * PIXELS, (at % count) * PIXELS];
    let sum = 0;
    for (let i = 0; i < PIXELS; i++) sum += (images[image + i] - ofImages.mean[i]) * pulls[pull + i];
    positions[at] = sum;
  }
  return { ...found, size, axes: "pca", positions, fitted: images.length / PIXELS };
}

function placeCodes(
  model: Model,
  weights: Weights,
  { images, found }: { readonly images: Float32Array; readonly found: CodeComponents },
): Float32Array {
  const { mean, components, shares } = found;
  const [size, count] = [mean.length, shares.length];
  const positions = new Float32Array((images.length / PIXELS) * count);
  for (const { start, values } of encodeInTurn(model, weights, images)) {
    for (let row = 0; row < values.length / size; row++) {
      for (let k = 0; k < count; k++) {
        let sum = 0;
        for (let i = 0; i < size; i++) sum += (values[row * size + i] - mean[i]) * components[k * size + i];
        positions[(start + row) * count + k] = sum;
      }
    }
  }
  return positions;
}

/** The codes of images, some at a time: `start` is the first of them. */
function* encodeInTurn(model: Model, weights: Weights, images: Float32Array) {
  const step = IMAGES_AT_ONCE * PIXELS;
  for (let start = 0; start < images.length; start += step) {
    const some = Float64Array.from(images.subarray(start, start + step));
    yield { start: start / PIXELS, values: encode(model, weights, some) };
  }
}
