import type { Kernels } from "../kernels/kernels.ts";
import type { Space } from "./space.ts";

/** A row-major matrix of doubles in the kernels' memory. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly at: number };

export function placeMatrix(space: Space, rows: number, columns: number): Matrix {
  return { rows, columns, at: space.takeDoubles(rows * columns) };
}

/** out = a b; [m, k] [k, n]. */
export function multiply(kernels: Kernels, a: Matrix, b: Matrix, out: Matrix): void {
  kernels.productOfDoubles(a.at, a.columns, 1, b.at, out.at, a.rows, a.columns, b.columns);
}

/** out = a^T b; [k, m]^T [k, n]. */
export function multiplyTransposedA(kernels: Kernels, a: Matrix, b: Matrix, out: Matrix): void {
  kernels.productOfDoubles(a.at, 1, a.columns, b.at, out.at, a.columns, a.rows, b.columns);
}

/** out = a^T; [m, n] to [n, m]. */
export function transpose(kernels: Kernels, a: Matrix, out: Matrix): void {
  kernels.transposeDoubles(a.at, out.at, a.rows, a.columns);
}
