import { PIXELS } from "../dataset/digits.ts";
import { countFeatures, featureEntries, kernelSizes, type Pair } from "../model/tap-pairs.ts";
import { remember } from "../remember.ts";
import type { ExactBench, Placed } from "./exact-model.ts";
import { type ExactTensor, placeExactParameters } from "./exact-parameters.ts";
import { MOMENTS_SIDE, type SecondMoments } from "./second-moments.ts";

/**
 * A pair of convolutions by the coefficients v of its tap pairs (see tap-pairs.ts): the loss is v^T Q v - 2 L^T v + T, where Q,
 * L and T follow from the images' second moments by adding shifted entries.
 */
export function placeConvolutionPair(pair: Pair, { kernels, space, moments }: ExactBench): Placed {
  const parameters = placeExactParameters(pair, space);
  const [first, second] = pair;
  const count = first.out;
  const [taps1, taps2] = [first.kernel ** 2, second.kernel ** 2];
  const { Q, L, T } = tapStatistics(moments, kernelSizes(pair));
  const size = L.length;
  const [K1, b1, K2, b2] = ["0.weight", "0.bias", "1.weight", "1.bias"].map(parameters.tensor);
  const QAt = space.takeDoubles(size * size);
  // G, g and b2 in a row, their slopes alike, and the slope of G turned round.
  const [vAt, slopeAt, turnedAt] = [size, size, taps1 * taps2].map(space.takeDoubles);

  return ({ doubles }, start) => {
    const opened = parameters.open(kernels, doubles, start);
    const [v, slope] = [doubles(vAt, size), doubles(slopeAt, size)];
    const [g, dg] = [v, slope].map((all) => all.subarray(taps2 * taps1, size - 1));
    doubles(QAt, size * size).set(Q);
    const values = (tensor: ExactTensor) => doubles(tensor.at, tensor.count);
    const gradients = (tensor: ExactTensor) => doubles(tensor.gradientAt, tensor.count);
    const [b1Values, K2Values, b2Values] = [values(b1), values(K2), values(b2)];
    const [b1Gradient, K2Gradient, b2Gradient] = [gradients(b1), gradients(K2), gradients(b2)];

    function coefficients(): void {
      kernels.productOfDoubles(K2.at, 1, taps2, K1.at, vAt, taps2, count, taps1);
      g.fill(0);
      for (let k = 0; k < count; k++) {
        for (let t2 = 0; t2 < taps2; t2++) g[t2] += K2Values[k * taps2 + t2] * b1Values[k];
      }
      v[size - 1] = b2Values[0];
    }

    function backward(): void {
      kernels.productOfDoubles(K2.at, taps2, 1, slopeAt, K1.gradientAt, count, taps2, taps1);
      kernels.transposeDoubles(slopeAt, turnedAt, taps2, taps1);
      kernels.productOfDoubles(K1.at, taps1, 1, turnedAt, K2.gradientAt, count, taps1, taps2);
      for (let k = 0; k < count; k++) {
        let bias = 0;
        for (let t2 = 0; t2 < taps2; t2++) {
          K2Gradient[k * taps2 + t2] += dg[t2] * b1Values[k];
          bias += dg[t2] * K2Values[k * taps2 + t2];
        }
        b1Gradient[k] = bias;
      }
      b2Gradient[0] = slope[size - 1];
    }

    return {
      ...opened,
      lossAndGradients() {
        coefficients();
        kernels.productOfDoubles(vAt, size, 1, QAt, slopeAt, 1, size, size); // Q is symmetric
        let loss = T;
        for (let i = 0; i < size; i++) {
          loss += v[i] * (slope[i] - 2 * L[i]);
          slope[i] = 2 * (slope[i] - L[i]);
        }
        backward();
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
