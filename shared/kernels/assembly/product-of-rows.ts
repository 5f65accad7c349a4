/**
 * out[m, n] += A[m, k] B[n, k]^T, rows against rows. Each sum runs in four lanes over its terms in order; the lanes are
 * added last, whatever tile it falls in.
 */
export function productOfRows(a: usize, b: usize, out: usize, m: i32, k: i32, n: i32): void {
  const row = (<usize>k) << 2;
  let i = 0;
  for (; i + 2 <= m; i += 2) {
    const pa = a + <usize>i * row;
    const po = out + ((<usize>i * n) << 2);
    let j = 0;
    for (; j + 4 <= n; j += 4) {
      rows2x4(pa, b + <usize>j * row, po + ((<usize>j) << 2), row, (<usize>n) << 2);
    }
    for (; j < n; j++) {
      for (let r: usize = 0; r < 2; r++) {
        const p = pa + r * row;
        addSum(po + ((r * n + j) << 2), lanes(p, b + <usize>j * row, row), p, b + <usize>j * row, row);
      }
    }
  }
  for (; i < m; i++) {
    const pa = a + <usize>i * row;
    const po = out + ((<usize>i * n) << 2);
    let j = 0;
    for (; j + 4 <= n; j += 4) rows1x4(pa, b + <usize>j * row, po + ((<usize>j) << 2), row);
    for (; j < n; j++) {
      addSum(po + ((<usize>j) << 2), lanes(pa, b + <usize>j * row, row), pa, b + <usize>j * row, row);
    }
  }
}

/** Two rows of A by four of B, all of `row` bytes; `down` bytes lie between the rows of out. */
function rows2x4(a: usize, b: usize, out: usize, row: usize, down: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c02 = c00;
  let c03 = c00;
  let c10 = c00;
  let c11 = c00;
  let c12 = c00;
  let c13 = c00;
  const end = a + (row & ~15);
  let p = a;
  let q = b;
  for (; p < end; p += 16) {
    const x0 = v128.load(p);
    const x1 = v128.load(p + row);
    let y = v128.load(q);
    c00 = f32x4.add(c00, f32x4.mul(x0, y));
    c10 = f32x4.add(c10, f32x4.mul(x1, y));
    y = v128.load(q + row);
    c01 = f32x4.add(c01, f32x4.mul(x0, y));
    c11 = f32x4.add(c11, f32x4.mul(x1, y));
    y = v128.load(q + 2 * row);
    c02 = f32x4.add(c02, f32x4.mul(x0, y));
    c12 = f32x4.add(c12, f32x4.mul(x1, y));
    y = v128.load(q + 3 * row);
    c03 = f32x4.add(c03, f32x4.mul(x0, y));
    c13 = f32x4.add(c13, f32x4.mul(x1, y));
    q += 16;
  }
  addSums(out, c00, c01, c02, c03, a, b, row);
  addSums(out + down, c10, c11, c12, c13, a + row, b, row);
}

function rows1x4(a: usize, b: usize, out: usize, row: usize): void {
  let c0 = f32x4.splat(0);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  const end = a + (row & ~15);
  let q = b;
  for (let p = a; p < end; p += 16) {
    const x = v128.load(p);
    c0 = f32x4.add(c0, f32x4.mul(x, v128.load(q)));
    c1 = f32x4.add(c1, f32x4.mul(x, v128.load(q + row)));
    c2 = f32x4.add(c2, f32x4.mul(x, v128.load(q + 2 * row)));
    c3 = f32x4.add(c3, f32x4.mul(x, v128.load(q + 3 * row)));
    q += 16;
  }
  addSums(out, c0, c1, c2, c3, a, b, row);
}

/** One row by one, in lanes. */
function lanes(a: usize, b: usize, row: usize): v128 {
  let c = f32x4.splat(0);
  for (let p: usize = 0; p + 16 <= row; p += 16) {
    c = f32x4.add(c, f32x4.mul(v128.load(a + p), v128.load(b + p)));
  }
  return c;
}

/** Adds the lanes of four sums to the four numbers at `to`: each (0 + 1) + (2 + 3), then its terms that filled no vector. */
function addSums(to: usize, c0: v128, c1: v128, c2: v128, c3: v128, a: usize, b: usize, row: usize): void {
  if ((row & 15) !== 0) {
    addSum(to, c0, a, b, row);
    addSum(to + 4, c1, a, b + row, row);
    addSum(to + 8, c2, a, b + 2 * row, row);
    addSum(to + 12, c3, a, b + 3 * row, row);
    return;
  }
  const low01 = v128.shuffle<f32>(c0, c1, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(c0, c1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(c2, c3, 0, 4, 1, 5);
  const high23 = v128.shuffle<f32>(c2, c3, 2, 6, 3, 7);
  const l0 = v128.shuffle<f32>(low01, low23, 0, 1, 4, 5);
  const l1 = v128.shuffle<f32>(low01, low23, 2, 3, 6, 7);
  const l2 = v128.shuffle<f32>(high01, high23, 0, 1, 4, 5);
  const l3 = v128.shuffle<f32>(high01, high23, 2, 3, 6, 7);
  v128.store(to, f32x4.add(v128.load(to), f32x4.add(f32x4.add(l0, l1), f32x4.add(l2, l3))));
}

function addSum(to: usize, lanes: v128, a: usize, b: usize, row: usize): void {
  let sum =
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
  for (let q = row & ~15; q < row; q += 4) sum += load<f32>(a + q) * load<f32>(b + q);
  store<f32>(to, load<f32>(to) + sum);
}
