import { PIXELS } from "../dataset/digits.ts";
import type { AffineMap } from "../model/affine-map.ts";
import { MOMENTS_SIDE, type SecondMoments } from "../training/second-moments.ts";

/**
 * The mean square error of an affine map y = x A + b over the images that `C` sums up: with R = [A; b] - [I; 0] it is
 * tr(R^T C R) / 64 = sum over i, j of C[i, j] (R R^T)[i, j] / 64, whatever the number of images. In double precision.
 */
export function meanSquareError({ A, b }: AffineMap, C: SecondMoments): number {
  const R = new Float64Array(MOMENTS_SIDE * PIXELS);
  R.set(A);
  R.set(b, PIXELS * PIXELS);
  for (let i = 0; i < PIXELS; i++) R[i * PIXELS + i] -= 1;

  // C and R R^T are symmetric: each pair of rows once, counted twice.
  let sum = 0;
  for (let i = 0; i < MOMENTS_SIDE; i++) {
    const row = i * MOMENTS_SIDE;
    let j = i + 1;
    let pairs = 0;
    for (; j + 4 <= MOMENTS_SIDE; j += 4) pairs += weighDots(C, R, i, j);
    for (; j < MOMENTS_SIDE; j++) pairs += C[row + j] * dot(R, i, j);
    sum += C[row + i] * dot(R, i, i) + 2 * pairs;
  }
  return sum / PIXELS;
}

function dot(R: Float64Array, i: number, j: number): number {
  let sum = 0;
  for (let p = 0; p < PIXELS; p++) sum += R[i * PIXELS + p] * R[j * PIXELS + p];
  return sum;
}

/** C[i, j] times row i by row j, for j and the three after it: four sums, so that none waits for the one before. */
function weighDots(C: SecondMoments, R: Float64Array, i: number, j: number): number {
  const [a, b, at] = [i * PIXELS, j * PIXELS, i * MOMENTS_SIDE + j];
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let p = 0; p < PIXELS; p++) {
    const x = R[a + p];
    s0 += x * R[b + p];
    s1 += x * R[b + PIXELS + p];
    s2 += x * R[b + 2 * PIXELS + p];
    s3 += x * R[b + 3 * PIXELS + p];
  }
  return C[at] * s0 + C[at + 1] * s1 + C[at + 2] * s2 + C[at + 3] * s3;
}
