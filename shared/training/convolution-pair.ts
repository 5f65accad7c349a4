import { PIXELS } from "../dataset/digits.ts";
import type { LayerOf } from "../spec/layers.ts";
import type { ExactBench, Placed } from "./exact-model.ts";
import { MOMENTS_SIDE, type SecondMoments } from "./second-moments.ts";

const SIDE = 8;

type Taps = { readonly kernel: number; readonly padding: number };

/**
 * Two convolutions 1 -> k -> 1 that keep 8x8 see the image only through the pairs of their taps. An output pixel is
 * v . f with features f = (x shifted by both taps, where the first shift stays inside; 1 where it does; 1) and
 * coefficients v = (G[t2, t1] = sum_k K2[k, t2] K1[k, t1]; g[t2] = sum_k K2[k, t2] b1[k]; b2). The loss is
 * v^T Q v - 2 L^T v + T; Q, L and T follow from the images' second moments by adding shifted entries.
 */
export function placeConvolutionPair(
  layers: readonly [LayerOf<"conv2d">, LayerOf<"conv2d">],
  { tensor, moments }: ExactBench,
): Placed {
  const [first, second] = layers;
  const kernels = first.out;
  const [taps1, taps2] = [first.kernel ** 2, second.kernel ** 2];
  const { Q, L, T } = tapStatistics(first, second, moments);
  const size = L.length;
  const v = new Float64Array(size);
  const dv = new Float64Array(size);

  return (doubles) => {
    const open = (name: string) => {
      const { at, gradientAt, count } = tensor(name);
      return { value: doubles(at, count), gradient: doubles(gradientAt, count) };
    };
    const [K1, b1, K2, b2] = [open("0.weight"), open("0.bias"), open("1.weight"), open("1.bias")];
    return {
      lossAndGradients() {
        v.fill(0);
        for (let k = 0; k < kernels; k++) {
          for (let t2 = 0; t2 < taps2; t2++) {
            const outer = K2.value[k * taps2 + t2];
            const row = t2 * taps1;
            for (let t1 = 0; t1 < taps1; t1++) v[row + t1] += outer * K1.value[k * taps1 + t1];
            v[taps2 * taps1 + t2] += outer * b1.value[k];
          }
        }
        v[size - 1] = b2.value[0];

        let loss = T;
        for (let i = 0; i < size; i++) {
          let Qv = 0;
          for (let j = 0; j < size; j++) Qv += Q[i * size + j] * v[j];
          loss += v[i] * (Qv - 2 * L[i]);
          dv[i] = 2 * (Qv - L[i]);
        }

        K1.gradient.fill(0);
        for (let k = 0; k < kernels; k++) {
          let bias = 0;
          for (let t2 = 0; t2 < taps2; t2++) {
            const outer = K2.value[k * taps2 + t2];
            const row = t2 * taps1;
            let inner = dv[taps2 * taps1 + t2] * b1.value[k];
            for (let t1 = 0; t1 < taps1; t1++) {
              inner += dv[row + t1] * K1.value[k * taps1 + t1];
              K1.gradient[k * taps1 + t1] += dv[row + t1] * outer;
            }
            K2.gradient[k * taps2 + t2] = inner;
            bias += dv[taps2 * taps1 + t2] * outer;
          }
          b1.gradient[k] = bias;
        }
        b2.gradient[0] = dv[size - 1];
        return loss;
      },
    };
  };
}

/**
 * Q = mean of f f^T, L = mean of f x and T = mean of x x over images and pixels. At an output pixel each feature is
 * one entry of [x 1] or nothing, so their products are entries of the moments C.
 */
function tapStatistics(first: Taps, second: Taps, C: SecondMoments) {
  const size = second.kernel ** 2 * (first.kernel ** 2 + 1) + 1;
  const Q = new Float64Array(size * size);
  const L = new Float64Array(size);
  let T = 0;
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    const features = featureEntries({ first, second, pixel });
    T += C[pixel * MOMENTS_SIDE + pixel] / PIXELS;
    for (const [i, row] of features) {
      L[i] += C[row * MOMENTS_SIDE + pixel] / PIXELS;
      for (const [j, column] of features) Q[i * size + j] += C[row * MOMENTS_SIDE + column] / PIXELS;
    }
  }
  return { Q, L, T };
}

/** The features that are not zero at an output pixel, each as [its index in v, the entry of [x 1] that it equals]. */
function featureEntries({
  first,
  second,
  pixel,
}: {
  first: Taps;
  second: Taps;
  pixel: number;
}): [number, number][] {
  const [taps1, taps2] = [first.kernel ** 2, second.kernel ** 2];
  const entries: [number, number][] = [[taps2 * (taps1 + 1), PIXELS]];
  for (let t2 = 0; t2 < taps2; t2++) {
    const hidden = shifted(pixel, t2, second);
    if (hidden === null) continue;
    entries.push([taps2 * taps1 + t2, PIXELS]);
    for (let t1 = 0; t1 < taps1; t1++) {
      const source = shifted(hidden, t1, first);
      if (source !== null) entries.push([t2 * taps1 + t1, source]);
    }
  }
  return entries;
}

/** The pixel that tap `t` of a kernel reads for `pixel`, or null in the padding. */
function shifted(pixel: number, t: number, { kernel, padding }: Taps): number | null {
  const y = Math.floor(pixel / SIDE) + Math.floor(t / kernel) - padding;
  const x = (pixel % SIDE) + (t % kernel) - padding;
  return y >= 0 && y < SIDE && x >= 0 && x < SIDE ? y * SIDE + x : null;
}
