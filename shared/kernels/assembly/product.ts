// Matrix products in float32. A left factor is given by its strides in numbers: `down` from row to row, `along` from term
// to term, so that one kernel serves A B (down = k, along = 1) and A^T B (down = 1, along = m); one of them is 1. Every
// output is one sum over its terms in order, whatever tile it falls in.

/** out[m, n] = (accumulate ? out : 0) + A[m, k] B[k, n] + bias; bias has n numbers, or is 0 for none. */
export function product(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  m: i32,
  k: i32,
  n: i32,
  bias: usize,
  accumulate: bool,
): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let j = 0;
    if (down === 1) {
      for (; j + 8 <= n; j += 8) columns4x8(a, along, b, out, i, j, k, n, bias, accumulate);
    } else {
      for (; j + 8 <= n; j += 8) rows4x8(a, down, b, out, i, j, k, n, bias, accumulate);
    }
    for (; j + 4 <= n; j += 4) tile4x4(a, down, along, b, out, i, j, k, n, bias, accumulate);
    for (; j < n; j++) {
      for (let r = i; r < i + 4; r++) entry(a, down, along, b, out, r, j, k, n, bias, accumulate);
    }
  }
  for (; i < m; i++) {
    let j = 0;
    for (; j + 16 <= n; j += 16) tile1x16(a, down, along, b, out, i, j, k, n, bias, accumulate);
    for (; j + 4 <= n; j += 4) tile1x4(a, down, along, b, out, i, j, k, n, bias, accumulate);
    for (; j < n; j++) entry(a, down, along, b, out, i, j, k, n, bias, accumulate);
  }
}

function start(out: usize, bias: usize, j: i32, lane: i32, accumulate: bool): v128 {
  if (accumulate) return v128.load(out + (lane << 2));
  return bias === 0 ? f32x4.splat(0) : v128.load(bias + ((j + lane) << 2));
}

function madd(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

/** A tile whose left rows lie one after the other (`down` numbers apart, terms next to each other), two terms a turn. */
function rows4x8(
  a: usize,
  down: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
  bias: usize,
  accumulate: bool,
): void {
  const row = (<usize>n) << 2;
  let p0 = a + ((<usize>i * down) << 2);
  let p1 = p0 + ((<usize>down) << 2);
  let p2 = p1 + ((<usize>down) << 2);
  let p3 = p2 + ((<usize>down) << 2);
  let pb = b + ((<usize>j) << 2);
  const o0 = out + ((<usize>i * n + j) << 2);
  const o1 = o0 + row;
  const o2 = o1 + row;
  const o3 = o2 + row;
  let c00 = start(o0, bias, j, 0, accumulate);
  let c01 = start(o0, bias, j, 4, accumulate);
  let c10 = start(o1, bias, j, 0, accumulate);
  let c11 = start(o1, bias, j, 4, accumulate);
  let c20 = start(o2, bias, j, 0, accumulate);
  let c21 = start(o2, bias, j, 4, accumulate);
  let c30 = start(o3, bias, j, 0, accumulate);
  let c31 = start(o3, bias, j, 4, accumulate);
  const end = p0 + ((<usize>(k & ~1)) << 2);
  while (p0 < end) {
    let b0 = v128.load(pb);
    let b1 = v128.load(pb, 16);
    let a0 = v128.load32_splat(p0);
    c00 = madd(c00, a0, b0);
    c01 = madd(c01, a0, b1);
    a0 = v128.load32_splat(p1);
    c10 = madd(c10, a0, b0);
    c11 = madd(c11, a0, b1);
    a0 = v128.load32_splat(p2);
    c20 = madd(c20, a0, b0);
    c21 = madd(c21, a0, b1);
    a0 = v128.load32_splat(p3);
    c30 = madd(c30, a0, b0);
    c31 = madd(c31, a0, b1);
    pb += row;
    b0 = v128.load(pb);
    b1 = v128.load(pb, 16);
    a0 = v128.load32_splat(p0, 4);
    c00 = madd(c00, a0, b0);
    c01 = madd(c01, a0, b1);
    a0 = v128.load32_splat(p1, 4);
    c10 = madd(c10, a0, b0);
    c11 = madd(c11, a0, b1);
    a0 = v128.load32_splat(p2, 4);
    c20 = madd(c20, a0, b0);
    c21 = madd(c21, a0, b1);
    a0 = v128.load32_splat(p3, 4);
    c30 = madd(c30, a0, b0);
    c31 = madd(c31, a0, b1);
    pb += row;
    p0 += 8;
    p1 += 8;
    p2 += 8;
    p3 += 8;
  }
  if (k & 1) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    let a0 = v128.load32_splat(p0);
    c00 = madd(c00, a0, b0);
    c01 = madd(c01, a0, b1);
    a0 = v128.load32_splat(p1);
    c10 = madd(c10, a0, b0);
    c11 = madd(c11, a0, b1);
    a0 = v128.load32_splat(p2);
    c20 = madd(c20, a0, b0);
    c21 = madd(c21, a0, b1);
    a0 = v128.load32_splat(p3);
    c30 = madd(c30, a0, b0);
    c31 = madd(c31, a0, b1);
  }
  v128.store(o0, c00);
  v128.store(o0, c01, 16);
  v128.store(o1, c10);
  v128.store(o1, c11, 16);
  v128.store(o2, c20);
  v128.store(o2, c21, 16);
  v128.store(o3, c30);
  v128.store(o3, c31, 16);
}

/** A tile of A^T B: its four left numbers of a term lie side by side, `along` numbers from those of the next. */
function columns4x8(
  a: usize,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
  bias: usize,
  accumulate: bool,
): void {
  const next = (<usize>along) << 2;
  const row = (<usize>n) << 2;
  let pa = a + ((<usize>i) << 2);
  let pb = b + ((<usize>j) << 2);
  const o0 = out + ((<usize>i * n + j) << 2);
  const o1 = o0 + row;
  const o2 = o1 + row;
  const o3 = o2 + row;
  let c00 = start(o0, bias, j, 0, accumulate);
  let c01 = start(o0, bias, j, 4, accumulate);
  let c10 = start(o1, bias, j, 0, accumulate);
  let c11 = start(o1, bias, j, 4, accumulate);
  let c20 = start(o2, bias, j, 0, accumulate);
  let c21 = start(o2, bias, j, 4, accumulate);
  let c30 = start(o3, bias, j, 0, accumulate);
  let c31 = start(o3, bias, j, 4, accumulate);
  const end = pb + <usize>k * row;
  while (pb < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    let a0 = v128.load32_splat(pa);
    c00 = madd(c00, a0, b0);
    c01 = madd(c01, a0, b1);
    a0 = v128.load32_splat(pa, 4);
    c10 = madd(c10, a0, b0);
    c11 = madd(c11, a0, b1);
    a0 = v128.load32_splat(pa, 8);
    c20 = madd(c20, a0, b0);
    c21 = madd(c21, a0, b1);
    a0 = v128.load32_splat(pa, 12);
    c30 = madd(c30, a0, b0);
    c31 = madd(c31, a0, b1);
    pa += next;
    pb += row;
  }
  v128.store(o0, c00);
  v128.store(o0, c01, 16);
  v128.store(o1, c10);
  v128.store(o1, c11, 16);
  v128.store(o2, c20);
  v128.store(o2, c21, 16);
  v128.store(o3, c30);
  v128.store(o3, c31, 16);
}

function tile4x4(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
  bias: usize,
  accumulate: bool,
): void {
  const step = (<usize>down) << 2;
  const next = (<usize>along) << 2;
  const row = (<usize>n) << 2;
  let pa = a + <usize>i * step;
  let pb = b + ((<usize>j) << 2);
  const o = out + ((<usize>i * n + j) << 2);
  let c0 = start(o, bias, j, 0, accumulate);
  let c1 = start(o + row, bias, j, 0, accumulate);
  let c2 = start(o + 2 * row, bias, j, 0, accumulate);
  let c3 = start(o + 3 * row, bias, j, 0, accumulate);
  for (let p = 0; p < k; p++) {
    const b0 = v128.load(pb);
    c0 = madd(c0, v128.load32_splat(pa), b0);
    c1 = madd(c1, v128.load32_splat(pa + step), b0);
    c2 = madd(c2, v128.load32_splat(pa + 2 * step), b0);
    c3 = madd(c3, v128.load32_splat(pa + 3 * step), b0);
    pa += next;
    pb += row;
  }
  v128.store(o, c0);
  v128.store(o + row, c1);
  v128.store(o + 2 * row, c2);
  v128.store(o + 3 * row, c3);
}

function tile1x16(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
  bias: usize,
  accumulate: bool,
): void {
  const next = (<usize>along) << 2;
  const row = (<usize>n) << 2;
  let pa = a + ((<usize>i * down) << 2);
  let pb = b + ((<usize>j) << 2);
  const o = out + ((<usize>i * n + j) << 2);
  let c0 = start(o, bias, j, 0, accumulate);
  let c1 = start(o, bias, j, 4, accumulate);
  let c2 = start(o, bias, j, 8, accumulate);
  let c3 = start(o, bias, j, 12, accumulate);
  for (let p = 0; p < k; p++) {
    const a0 = v128.load32_splat(pa);
    c0 = madd(c0, a0, v128.load(pb));
    c1 = madd(c1, a0, v128.load(pb, 16));
    c2 = madd(c2, a0, v128.load(pb, 32));
    c3 = madd(c3, a0, v128.load(pb, 48));
    pa += next;
    pb += row;
  }
  v128.store(o, c0);
  v128.store(o, c1, 16);
  v128.store(o, c2, 32);
  v128.store(o, c3, 48);
}

function tile1x4(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
  bias: usize,
  accumulate: bool,
): void {
  const next = (<usize>along) << 2;
  const row = (<usize>n) << 2;
  let pa = a + ((<usize>i * down) << 2);
  let pb = b + ((<usize>j) << 2);
  const o = out + ((<usize>i * n + j) << 2);
  let c = start(o, bias, j, 0, accumulate);
  for (let p = 0; p < k; p++) {
    c = madd(c, v128.load32_splat(pa), v128.load(pb));
    pa += next;
    pb += row;
  }
  v128.store(o, c);
}

function entry(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
  bias: usize,
  accumulate: bool,
): void {
  const o = out + ((<usize>i * n + j) << 2);
  let sum: f32 = accumulate ? load<f32>(o) : bias === 0 ? 0 : load<f32>(bias + ((<usize>j) << 2));
  let pa = a + ((<usize>i * down) << 2);
  let pb = b + ((<usize>j) << 2);
  for (let p = 0; p < k; p++) {
    sum += load<f32>(pa) * load<f32>(pb);
    pa += (<usize>along) << 2;
    pb += (<usize>n) << 2;
  }
  store<f32>(o, sum);
}
