import { PIXELS } from "../dataset/digits.ts";
import {
  countFeatures,
  featureEntries,
  kernelSizes,
  type Pair,
  pairCoefficients,
} from "../model/tap-pairs.ts";
import { remember } from "../remember.ts";
import type { ExactBench, Placed } from "./exact-model.ts";
import { MOMENTS_SIDE, type SecondMoments } from "./second-moments.ts";

/**
 * A pair of convolutions by the coefficients v of its tap pairs (see tap-pairs.ts): the loss is v^T Q v - 2 L^T v + T, where Q,
 * L and T follow from the images' second moments by adding shifted entries.
 */
export function placeConvolutionPair(pair: Pair, { tensor, moments }: ExactBench): Placed {
  const [first, second] = pair;
  const kernels = first.out;
  const [taps1, taps2] = [first.kernel ** 2, second.kernel ** 2];
  const { Q, L, T } = tapStatistics(moments, kernelSizes(pair));
  const size = L.length;
  const v = new Float64Array(size);
  const dv = new Float64Array(size);

  return (doubles) => {
    const open = (name: string) => {
      const { at, gradientAt, count } = tensor(name);
      return { value: doubles(at, count), gradient: doubles(gradientAt, count) };
    };
    const [K1, b1, K2, b2] = [open("0.weight"), open("0.bias"), open("1.weight"), open("1.bias")];
    const tensors = { K1: K1.value, b1: b1.value, K2: K2.value, b2: b2.value };
    return {
      lossAndGradients() {
        pairCoefficients(tensors, v);

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
 * Q = mean of f f^T, L = mean of f x and T = mean of x x over images and pixels, for a pair of kernel sizes; once for the runs
 * that share moments. At an output pixel each feature is one entry of [x 1] or nothing, so their products are entries of C.
 */
const tapStatistics = remember((C: SecondMoments, sizes: ReturnType<typeof kernelSizes>) => {
  const size = countFeatures(sizes);
  const Q = new Float64Array(size * size);
  const L = new Float64Array(size);
  let T = 0;
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    const features = featureEntries(sizes, pixel);
    T += C[pixel * MOMENTS_SIDE + pixel] / PIXELS;
    for (const [i, row] of features) {
      L[i] += C[row * MOMENTS_SIDE + pixel] / PIXELS;
      for (const [j, column] of features) Q[i * size + j] += C[row * MOMENTS_SIDE + column] / PIXELS;
    }
  }
  return { Q, L, T };
});
