type Numbers = ArrayLike<number>;

/** a b + bias, [m, k] [k, n] + [n], with sums in double precision. Rows of `b` stream through the cache, four at a time. */
export function multiplyRows(
  a: Numbers,
  b: Numbers,
  { columns, bias }: { readonly columns: number; readonly bias?: Numbers },
): Float32Array {
  const inner = b.length / columns;
  const rows = a.length / inner;
  const result = new Float32Array(rows * columns);
  const sums = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    if (bias === undefined) sums.fill(0);
    else sums.set(bias);
    let p = i * inner;
    let row = 0;
    for (; row + 4 * columns <= b.length; row += 4 * columns) {
      const [a0, a1, a2, a3] = [a[p], a[p + 1], a[p + 2], a[p + 3]];
      const [row1, row2, row3] = [row + columns, row + 2 * columns, row + 3 * columns];
      for (let j = 0; j < columns; j++) {
        sums[j] += a0 * b[row + j] + a1 * b[row1 + j] + a2 * b[row2 + j] + a3 * b[row3 + j];
      }
      p += 4;
    }
    for (; row < b.length; row += columns) {
      for (let j = 0; j < columns; j++) sums[j] += a[p] * b[row + j];
      p++;
    }
    result.set(sums, i * columns);
  }
  return result;
}
