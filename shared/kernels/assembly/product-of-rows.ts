/**
 * out[m, n] += A[m, k] B[n, k]^T, rows against rows. Each sum runs in four lanes over its terms in order; the lanes are
 * added last.
 */
export function productOfRows(a: usize, b: usize, out: usize, m: i32, k: i32, n: i32): void {
  const row = (<usize>k) << 2;
  for (let i = 0; i < m; i++) {
    const pa = a + <usize>i * row;
    const po = out + ((<usize>i * n) << 2);
    let j = 0;
    for (; j + 4 <= n; j += 4) {
      const pb = b + <usize>j * row;
      let c0 = f32x4.splat(0);
      let c1 = c0;
      let c2 = c0;
      let c3 = c0;
      let p: usize = 0;
      for (; p + 16 <= row; p += 16) {
        const x = v128.load(pa + p);
        c0 = f32x4.add(c0, f32x4.mul(x, v128.load(pb + p)));
        c1 = f32x4.add(c1, f32x4.mul(x, v128.load(pb + row + p)));
        c2 = f32x4.add(c2, f32x4.mul(x, v128.load(pb + 2 * row + p)));
        c3 = f32x4.add(c3, f32x4.mul(x, v128.load(pb + 3 * row + p)));
      }
      addSum(po + ((<usize>j) << 2), c0, pa, pb, p, row);
      addSum(po + ((<usize>(j + 1)) << 2), c1, pa, pb + row, p, row);
      addSum(po + ((<usize>(j + 2)) << 2), c2, pa, pb + 2 * row, p, row);
      addSum(po + ((<usize>(j + 3)) << 2), c3, pa, pb + 3 * row, p, row);
    }
    for (; j < n; j++) {
      const pb = b + <usize>j * row;
      let c = f32x4.splat(0);
      let p: usize = 0;
      for (; p + 16 <= row; p += 16) c = f32x4.add(c, f32x4.mul(v128.load(pa + p), v128.load(pb + p)));
      addSum(po + ((<usize>j) << 2), c, pa, pb, p, row);
    }
  }
}

/** Adds a sum's four lanes, and the terms from byte `p` on that did not fill a vector, to the number at `to`. */
function addSum(to: usize, lanes: v128, a: usize, b: usize, p: usize, row: usize): void {
  let sum =
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
  for (let q = p; q < row; q += 4) sum += load<f32>(a + q) * load<f32>(b + q);
  store<f32>(to, load<f32>(to) + sum);
}
