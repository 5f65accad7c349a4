// What is done to one float32 matrix: sums of its columns or rows, and its transpose.

/** out[n] += sums over the m rows of a[m, n], whose rows begin `stride` numbers after each other. */
export function columnSums(a: usize, out: usize, m: i32, n: i32, stride: i32): void {
  for (let i = 0; i < m; i++) {
    const row = a + ((<usize>i * stride) << 2);
    let j = 0;
    for (; j + 4 <= n; j += 4) {
      const o = out + (j << 2);
      v128.store(o, f32x4.add(v128.load(o), v128.load(row + (j << 2))));
    }
    for (; j < n; j++) {
      const o = out + (j << 2);
      store<f32>(o, load<f32>(o) + load<f32>(row + (j << 2)));
    }
  }
}

/** out[i] += sum of row i of a[m, n], its numbers in order; four rows at once, so that no sum waits for the one before. */
export function rowSums(a: usize, out: usize, m: i32, n: i32): void {
  const row = (<usize>n) << 2;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const p = a + <usize>i * row;
    let s0: f32 = 0;
    let s1: f32 = 0;
    let s2: f32 = 0;
    let s3: f32 = 0;
    for (let q = p; q < p + row; q += 4) {
      s0 += load<f32>(q);
      s1 += load<f32>(q + row);
      s2 += load<f32>(q + 2 * row);
      s3 += load<f32>(q + 3 * row);
    }
    const o = out + (i << 2);
    store<f32>(o, load<f32>(o) + s0);
    store<f32>(o, load<f32>(o, 4) + s1, 4);
    store<f32>(o, load<f32>(o, 8) + s2, 8);
    store<f32>(o, load<f32>(o, 12) + s3, 12);
  }
  for (; i < m; i++) {
    const p = a + <usize>i * row;
    let sum: f32 = 0;
    for (let q = p; q < p + row; q += 4) sum += load<f32>(q);
    const o = out + (i << 2);
    store<f32>(o, load<f32>(o) + sum);
  }
}

/** out[n, m] = a[m, n]^T, in blocks of 4 x 4 where they fit. */
export function transpose(a: usize, out: usize, m: i32, n: i32): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let j = 0;
    for (; j + 4 <= n; j += 4) transpose4x4(a, out, i, j, m, n);
    for (; j < n; j++) {
      for (let r = i; r < i + 4; r++) transposeEntry(a, out, r, j, m, n);
    }
  }
  for (; i < m; i++) {
    for (let j = 0; j < n; j++) transposeEntry(a, out, i, j, m, n);
  }
}

function transpose4x4(a: usize, out: usize, i: i32, j: i32, m: i32, n: i32): void {
  const row = (<usize>n) << 2;
  const outRow = (<usize>m) << 2;
  const from = a + ((<usize>i * n + j) << 2);
  const to = out + ((<usize>j * m + i) << 2);
  const r0 = v128.load(from);
  const r1 = v128.load(from + row);
  const r2 = v128.load(from + 2 * row);
  const r3 = v128.load(from + 3 * row);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  v128.store(to + outRow, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
  v128.store(to + 2 * outRow, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
  v128.store(to + 3 * outRow, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
}

function transposeEntry(a: usize, out: usize, i: i32, j: i32, m: i32, n: i32): void {
  store<f32>(out + ((<usize>j * m + i) << 2), load<f32>(a + ((<usize>i * n + j) << 2)));
}
