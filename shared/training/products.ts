/** A row-major matrix. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

export function matrix(
  rows: number,
  columns: number,
  data: Float64Array = new Float64Array(rows * columns),
): Matrix {
  return { rows, columns, data };
}

/** out = a b; [m, k] [k, n]. */
export function multiply(a: Matrix, b: Matrix, out: Matrix): void {
  product({ data: a.data, down: a.columns, along: 1, terms: a.columns }, b, out);
}

/** out = a^T b; [k, m]^T [k, n]. */
export function multiplyTransposedA(a: Matrix, b: Matrix, out: Matrix): void {
  product({ data: a.data, down: 1, along: a.columns, terms: a.rows }, b, out);
}

/** The left factor: `down` from a row to the next, `along` from a term of a row to the next. */
type Left = { data: Float64Array; down: number; along: number; terms: number };

/**
 * Tiles of 4 x 4 whose sixteen sums stay in registers; what does not fill a tile goes entry by entry. Every sum runs
 * over its terms in order, so an entry does not depend on the tile that it falls in.
 */
function product(a: Left, { data: b, columns: n }: Matrix, out: Matrix): void {
  const rows = out.rows - (out.rows % 4);
  const columns = n - (n % 4);
  for (let i = 0; i < rows; i += 4) {
    for (let j = 0; j < columns; j += 4) tile(a, b, { i, j, n, out: out.data });
    for (let j = columns; j < n; j++) {
      for (let r = i; r < i + 4; r++) out.data[r * n + j] = entry(a, b, { i: r, j, n });
    }
  }
  for (let i = rows; i < out.rows; i++) {
    for (let j = 0; j < n; j++) out.data[i * n + j] = entry(a, b, { i, j, n });
  }
}

function tile(
  a: Left,
  b: Float64Array,
  { i, j, n, out }: { i: number; j: number; n: number; out: Float64Array },
): void {
  const { data, down, along, terms } = a;
  let [c00, c01, c02, c03] = [0, 0, 0, 0];
  let [c10, c11, c12, c13] = [0, 0, 0, 0];
  let [c20, c21, c22, c23] = [0, 0, 0, 0];
  let [c30, c31, c32, c33] = [0, 0, 0, 0];
  let at = i * down;
  let bt = j;
  for (let p = 0; p < terms; p++) {
    const b0 = b[bt];
    const b1 = b[bt + 1];
    const b2 = b[bt + 2];
    const b3 = b[bt + 3];
    const a0 = data[at];
    const a1 = data[at + down];
    const a2 = data[at + 2 * down];
    const a3 = data[at + 3 * down];
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
    at += along;
    bt += n;
  }
  let o = i * n + j;
  out[o] = c00;
  out[o + 1] = c01;
  out[o + 2] = c02;
  out[o + 3] = c03;
  o += n;
  out[o] = c10;
  out[o + 1] = c11;
  out[o + 2] = c12;
  out[o + 3] = c13;
  o += n;
  out[o] = c20;
  out[o + 1] = c21;
  out[o + 2] = c22;
  out[o + 3] = c23;
  o += n;
  out[o] = c30;
  out[o + 1] = c31;
  out[o + 2] = c32;
  out[o + 3] = c33;
}

function entry(a: Left, b: Float64Array, { i, j, n }: { i: number; j: number; n: number }): number {
  let sum = 0;
  for (let p = 0; p < a.terms; p++) sum += a.data[i * a.down + p * a.along] * b[p * n + j];
  return sum;
}

/** out = a^T; [m, n] to [n, m]. */
export function transpose(a: Matrix, out: Matrix): void {
  const { rows, columns } = a;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out.data[j * rows + i] = a.data[i * columns + j];
  }
}
