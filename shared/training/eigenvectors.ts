import { EigenvalueDecomposition } from "ml-matrix";

/** Eigenvalues with the largest first, and the eigenvector of each as a row of unit length. */
export type Eigenvectors = {
  readonly values: Float64Array; // [side]
  readonly vectors: Float64Array; // [side * side]
};

/**
 * Those of a symmetric matrix [side * side]. An eigenvector's sign is free: here the entry that is largest in absolute value
 * is positive, the first of them where several are equal.
 */
export function eigenvectors(matrix: Float64Array, side: number): Eigenvectors {
  const rows = Array.from({ length: side }, (_, i) => Array.from(matrix.subarray(i * side, (i + 1) * side)));
  const found = new EigenvalueDecomposition(rows, { assumeSymmetric: true });
  const order = Array.from(found.realEigenvalues.keys()).toSorted(
    (a, b) => found.realEigenvalues[b] - found.realEigenvalues[a],
  );
  const vectors = new Float64Array(side * side);
  for (const [row, column] of order.entries()) {
    const vector = vectors.subarray(row * side, (row + 1) * side);
    for (let i = 0; i < side; i++) vector[i] = found.eigenvectorMatrix.get(i, column);
    turnUp(vector);
  }
  return { values: Float64Array.from(order, (column) => found.realEigenvalues[column]), vectors };
}

/** Gives a vector the sign with which its largest entry in absolute value is positive, in place. */
export function turnUp(vector: Float64Array): void {
  let largest = 0;
  for (let i = 1; i < vector.length; i++) {
    if (Math.abs(vector[i]) > Math.abs(vector[largest])) largest = i;
  }
  if (vector[largest] >= 0) return;
  for (let i = 0; i < vector.length; i++) vector[i] = -vector[i];
}
