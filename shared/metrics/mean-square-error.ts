import { PIXELS } from "../dataset/digits.ts";
import type { AffineMap } from "../model/affine-map.ts";
import { MOMENTS_SIDE, type SecondMoments } from "../training/second-moments.ts";

/**
 * The mean square error of an affine map y = x A + b over images, from their second moments `C`: with R = [A; b] - [I; 0] it
 * is tr(R^T C R) / 64 = sum over i, j of C[i, j] (R R^T)[i, j] / 64, whatever the number of images. In double precision;
 * R R^T is made once for all the sets of images that the map is scored on.
 */
export function makeMeanSquareError({ A, b }: AffineMap): (C: SecondMoments) => number {
  const R = new Float64Array(MOMENTS_SIDE * PIXELS);
  R.set(A);
  R.set(b, PIXELS * PIXELS);
  for (let i = 0; i < PIXELS; i++) R[i * PIXELS + i] -= 1;
  const products = productsOfRows(R);

  // C and R R^T are symmetric: each pair of rows once, counted twice.
  return (C) => {
    let sum = 0;
    for (let i = 0; i < MOMENTS_SIDE; i++) {
      const row = i * MOMENTS_SIDE;
      let pairs = 0;
      for (let j = i + 1; j < MOMENTS_SIDE; j++) pairs += C[row + j] * products[row + j];
      sum += C[row + i] * products[row + i] + 2 * pairs;
    }
    return sum / PIXELS;
  };
}

/** R R^T on and above its diagonal: four sums at once, so that none waits for the one before. */
function productsOfRows(R: Float64Array): Float64Array {
  const products = new Float64Array(MOMENTS_SIDE * MOMENTS_SIDE);
  for (let i = 0; i < MOMENTS_SIDE; i++) {
    const [a, row] = [i * PIXELS, i * MOMENTS_SIDE];
    let j = i;
    for (; j + 4 <= MOMENTS_SIDE; j += 4) {
      const b = j * PIXELS;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let p = 0; p < PIXELS; p++) {
        const x = R[a + p];
        s0 += x * R[b + p];
        s1 += x * R[b + PIXELS + p];
        s2 += x * R[b + 2 * PIXELS + p];
        s3 += x * R[b + 3 * PIXELS + p];
      }
      products[row + j] = s0;
      products[row + j + 1] = s1;
      products[row + j + 2] = s2;
      products[row + j + 3] = s3;
    }
    for (; j < MOMENTS_SIDE; j++) {
      let sum = 0;
      for (let p = 0; p < PIXELS; p++) sum += R[a + p] * R[j * PIXELS + p];
      products[row + j] = sum;
    }
  }
  return products;
}
