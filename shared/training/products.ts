import type { Kernels } from "../kernels/kernels.ts";
import type { Space } from "./space.ts";

/** A row-major matrix of float32 in the kernels' memory. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly at: number };

export function placeMatrix(space: Space, rows: number, columns: number): Matrix {
  return { rows, columns, at: space.take(rows * columns) };
}

/** The rows from `start` on; `count` of them. */
export function takeRows({ at, columns }: Matrix, start: number, count: number): Matrix {
  return { at: at + 4 * start * columns, rows: count, columns };
}

/** out = a b, and `bias` (an address, 0 for none) on every row; [m, k] [k, n]. */
export function multiply(kernels: Kernels, a: Matrix, b: Matrix, out: Matrix, bias = 0): void {
  kernels.product(a.at, a.columns, 1, b.at, out.at, a.rows, a.columns, b.columns, bias, false);
}

/** out = a^T b; [k, m]^T [k, n]. */
export function multiplyTransposedA(kernels: Kernels, a: Matrix, b: Matrix, out: Matrix): void {
  kernels.product(a.at, 1, a.columns, b.at, out.at, a.columns, a.rows, b.columns, 0, false);
}

/** out = a^T; [m, n] to [n, m]. */
export function transpose(kernels: Kernels, a: Matrix, out: Matrix): void {
  kernels.transpose(a.at, out.at, a.rows, a.columns);
}
