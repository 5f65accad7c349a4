import { Matrix, SVD } from "ml-matrix";

/** Vectors as rows of a matrix [count * length], in double precision. */
export type Vectors = { readonly values: Float64Array; readonly length: number };

/** An orthonormal basis of what vectors span, as rows: `scipy.linalg.orth` of the matrix that has them as columns. */
export function orthonormalBasis({ values, length }: Vectors): Vectors {
  const count = values.length / length;
  const found = new SVD(toColumns({ values, length }), { autoTranspose: true });
  const [largest = 0] = found.diagonal;
  const least = largest * Number.EPSILON * Math.max(count, length);
  const rank = found.diagonal.filter((value) => value > least).length;
  const basis = new Float64Array(rank * length);
  for (let row = 0; row < rank; row++) {
    for (let i = 0; i < length; i++) basis[row * length + i] = found.leftSingularVectors.get(i, row);
  }
  return { values: basis, length };
}

/**
 * The principal angles between the spaces of two orthonormal bases, in radians, the largest first: as many as the smaller
 * space has dimensions. `scipy.linalg.subspace_angles`: cosines are the singular values of Q1^T Q2 (Björck and Golub, 1973),
 * and small angles come from sines, where cosines tell nothing (Knyazev and Argentati, 2002).
 */
export function subspaceAngles(a: Vectors, b: Vectors): Float64Array {
  if (a.values.length === 0 || b.values.length === 0) return new Float64Array(0);
  const [large, small] =
    a.values.length >= b.values.length ? [toColumns(a), toColumns(b)] : [toColumns(b), toColumns(a)];
  const product = large.transpose().mmul(small);
  const cosines = singularValues(product);
  const sines = singularValues(Matrix.sub(small, large.mmul(product)));
  // Cosines fall as the angles grow, and sines grow with them.
  return Float64Array.from(cosines, (_, i) => {
    const cosine = cosines[cosines.length - 1 - i] ?? 0;
    return cosine ** 2 >= 0.5 ? Math.asin(Math.min(1, sines[i] ?? 0)) : Math.acos(Math.min(1, cosine));
  });
}

function singularValues(matrix: Matrix): readonly number[] {
  const vectors = { computeLeftSingularVectors: false, computeRightSingularVectors: false };
  return new SVD(matrix, { ...vectors, autoTranspose: true }).diagonal;
}

function toColumns({ values, length }: Vectors): Matrix {
  const count = values.length / length;
  const matrix = new Matrix(length, count);
  for (let column = 0; column < count; column++) {
    for (let i = 0; i < length; i++) matrix.set(i, column, values[column * length + i] ?? 0);
  }
  return matrix;
}
