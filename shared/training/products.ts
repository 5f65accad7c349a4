/** A row-major matrix. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

export function matrix(
  rows: number,
  columns: number,
  data: Float64Array = new Float64Array(rows * columns),
): Matrix {
  return { rows, columns, data };
}

/** out = a b; [m, k] [k, n]. Rows of `b` stream through the cache, four at a time. */
export function multiply(a: Matrix, b: Matrix, out: Matrix): void {
  const [m, k, n] = [a.rows, a.columns, b.columns];
  out.data.fill(0);
  for (let i = 0; i < m; i++)
    accumulateRow(a.data, i * k, 1, { b: b.data, k, n, out: out.data, start: i * n });
}

/** out = a^T b; [k, m]^T [k, n]. */
export function multiplyTransposedA(a: Matrix, b: Matrix, out: Matrix): void {
  const [k, m, n] = [a.rows, a.columns, b.columns];
  out.data.fill(0);
  for (let i = 0; i < m; i++) accumulateRow(a.data, i, m, { b: b.data, k, n, out: out.data, start: i * n });
}

/** out[start..start+n] += sum over p of a[from + p * step] * b[p, :]. */
function accumulateRow(
  a: Float64Array,
  from: number,
  step: number,
  { b, k, n, out, start }: { b: Float64Array; k: number; n: number; out: Float64Array; start: number },
): void {
  let p = 0;
  for (; p + 4 <= k; p += 4) {
    const base = from + p * step;
    const [a0, a1, a2, a3] = [a[base], a[base + step], a[base + 2 * step], a[base + 3 * step]];
    const [b0, b1, b2, b3] = [p * n, (p + 1) * n, (p + 2) * n, (p + 3) * n];
    for (let j = 0; j < n; j++) {
      out[start + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
    }
  }
  for (; p < k; p++) {
    const value = a[from + p * step];
    const row = p * n;
    for (let j = 0; j < n; j++) out[start + j] += value * b[row + j];
  }
}

/** out = a^T; [m, n] to [n, m]. */
export function transpose(a: Matrix, out: Matrix): void {
  const { rows, columns } = a;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out.data[j * rows + i] = a.data[i * columns + j];
  }
}
