import { eigenvectors, turnUp } from "./eigenvectors.ts";

/** PCA of codes: their mean, the first components as rows, and the share of the variance along each. */
export type CodeComponents = {
  readonly mean: Float64Array; // [size]
  readonly components: Float64Array; // [count * size]
  readonly shares: Float64Array; // [count]
};

/** Directions with less of the first one's variance are rounding. */
const LEAST_SHARE_OF_FIRST = 1e-10;

/**
 * The first components (at most `most`) of codes [n * size], as `PCA(svd_solver="full").fit(codes)` in scikit-learn finds them; signs as
 * eigenvectors.ts has them. Where codes are longer than there are of them, from their n x n inner products: the same
 * components at n * n * size multiply-adds and no matrix of size * size.
 */
export function componentsOfCodes(
  codes: Float32Array | Float64Array,
  { size, most }: { readonly size: number; readonly most: number },
): CodeComponents {
  const n = codes.length / size;
  const mean = meanRow(codes, size);
  const centred = codes.slice();
  for (let at = 0; at < centred.length; at++) centred[at] -= mean[at % size];
  if (size <= n) {
    const { values, vectors } = eigenvectors(productOfColumns(centred, size), size);
    return keep({ values, vectors, size, mean, most });
  }
  const { values, vectors } = eigenvectors(productOfRows(centred, size), n);
  const long = new Float64Array(Math.min(most, n) * size);
  for (let k = 0; k < long.length / size; k++) {
    const component = long.subarray(k * size, (k + 1) * size);
    const scale = 1 / Math.sqrt(Math.max(values[k], Number.MIN_VALUE));
    for (let row = 0; row < n; row++)
      addRow(component, centred, { row, weight: vectors[k * n + row] * scale });
    turnUp(component);
  }
  return keep({ values, vectors: long, size, mean, most });
}

/**
 * The same of the codes x E + e that an affine encoder gives to images, from the images' own covariance [64 * 64] and E [64 * size]: exact,
 * for any number of images and any size, at about 64 * 64 * size multiply-adds. With the covariance L L^T (L from its
 * eigenvectors) the codes' is (E^T L)(E^T L)^T, which has the eigenvalues of L^T E E^T L. `mean` is the code of the images' mean.
 */
export function componentsThroughMap(
  E: Float64Array,
  { covariance, mean, most }: { covariance: Float64Array; mean: Float64Array; most: number },
): CodeComponents {
  const size = mean.length;
  const pixels = E.length / size;
  const { values: spread, vectors: axes } = eigenvectors(covariance, pixels);
  const roots = new Float64Array(pixels * size); // L^T E, a row an axis
  for (let axis = 0; axis < pixels; axis++) {
    const row = roots.subarray(axis * size, (axis + 1) * size);
    const deviation = Math.sqrt(Math.max(0, spread[axis]));
    for (let i = 0; i < pixels; i++) addRow(row, E, { row: i, weight: axes[axis * pixels + i] * deviation });
  }
  const { values, vectors } = eigenvectors(productOfRows(roots, size), pixels);
  const components = new Float64Array(Math.min(most, pixels) * size);
  for (let k = 0; k < components.length / size; k++) {
    const component = components.subarray(k * size, (k + 1) * size);
    const scale = 1 / Math.sqrt(Math.max(values[k], Number.MIN_VALUE));
    for (let axis = 0; axis < pixels; axis++)
      addRow(component, roots, { row: axis, weight: vectors[k * pixels + axis] * scale });
    turnUp(component);
  }
  return keep({ values, vectors: components, size, mean, most });
}

type Found = {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
  readonly size: number;
  readonly mean: Float64Array;
  readonly most: number;
};

function keep({ values, vectors, size, mean, most }: Found): CodeComponents {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const real = values.filter((value) => value > LEAST_SHARE_OF_FIRST * values[0]).length;
  const count = Math.min(most, real);
  return {
    mean,
    components: vectors.slice(0, count * size),
    shares: values.slice(0, count).map((value) => value / total),
  };
}

function meanRow(rows: Float32Array | Float64Array, size: number): Float64Array {
  const mean = new Float64Array(size);
  for (let at = 0; at < rows.length; at++) mean[at % size] += rows[at];
  return mean.map((sum) => (sum * size) / rows.length);
}

/** sum += weight * rows[row] */
function addRow(
  sum: Float64Array,
  rows: Float32Array | Float64Array,
  { row, weight }: { readonly row: number; readonly weight: number },
): void {
  const start = row * sum.length;
  for (let i = 0; i < sum.length; i++) sum[i] += weight * rows[start + i];
}

/** Inner products of all pairs of rows, [n * n]. */
function productOfRows(rows: Float32Array | Float64Array, size: number): Float64Array {
  const n = rows.length / size;
  const products = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = a; b < n; b++) {
      const [first, second] = [a * size, b * size];
      let sum = 0;
      for (let i = 0; i < size; i++) sum += rows[first + i] * rows[second + i];
      products[a * n + b] = sum;
      products[b * n + a] = sum;
    }
  }
  return products;
}

/** Inner products of all pairs of columns, [size * size]. */
function productOfColumns(rows: Float32Array | Float64Array, size: number): Float64Array {
  const products = new Float64Array(size * size);
  for (let start = 0; start < rows.length; start += size) {
    for (let i = 0; i < size; i++) {
      const value = rows[start + i];
      const to = i * size;
      for (let j = i; j < size; j++) products[to + j] += value * rows[start + j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) products[i * size + j] = products[j * size + i];
  }
  return products;
}
