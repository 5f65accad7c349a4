// Double precision, for exact training. The products are those of product.ts, two lanes at a time: every output is one sum
// over its terms in order, whatever tile it falls in.

/** out[m, n] = A[m, k] B[k, n]; A by its strides in numbers, `down` from row to row, `along` from term to term. */
export function productOfDoubles(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  m: i32,
  k: i32,
  n: i32,
): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let j = 0;
    for (; j + 4 <= n; j += 4) doubles4x4(a, down, along, b, out, i, j, k, n);
    for (; j < n; j++) {
      for (let r = i; r < i + 4; r++) doubleEntry(a, down, along, b, out, r, j, k, n);
    }
  }
  for (; i < m; i++) {
    let j = 0;
    for (; j + 4 <= n; j += 4) doubles1x4(a, down, along, b, out, i, j, k, n);
    for (; j < n; j++) doubleEntry(a, down, along, b, out, i, j, k, n);
  }
}

function addProduct(sum: v128, x: v128, y: v128): v128 {
  return f64x2.add(sum, f64x2.mul(x, y));
}

function doubles4x4(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
): void {
  const step = (<usize>down) << 3;
  const next = (<usize>along) << 3;
  const row = (<usize>n) << 3;
  let pa = a + <usize>i * step;
  let pb = b + ((<usize>j) << 3);
  const zero = f64x2.splat(0);
  let c00 = zero;
  let c01 = zero;
  let c10 = zero;
  let c11 = zero;
  let c20 = zero;
  let c21 = zero;
  let c30 = zero;
  let c31 = zero;
  for (let p = 0; p < k; p++) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load64_splat(pa);
    c00 = addProduct(c00, a0, b0);
    c01 = addProduct(c01, a0, b1);
    const a1 = v128.load64_splat(pa + step);
    c10 = addProduct(c10, a1, b0);
    c11 = addProduct(c11, a1, b1);
    const a2 = v128.load64_splat(pa + 2 * step);
    c20 = addProduct(c20, a2, b0);
    c21 = addProduct(c21, a2, b1);
    const a3 = v128.load64_splat(pa + 3 * step);
    c30 = addProduct(c30, a3, b0);
    c31 = addProduct(c31, a3, b1);
    pa += next;
    pb += row;
  }
  let o = out + ((<usize>i * n + j) << 3);
  v128.store(o, c00);
  v128.store(o, c01, 16);
  o += row;
  v128.store(o, c10);
  v128.store(o, c11, 16);
  o += row;
  v128.store(o, c20);
  v128.store(o, c21, 16);
  o += row;
  v128.store(o, c30);
  v128.store(o, c31, 16);
}

function doubles1x4(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
): void {
  let pa = a + ((<usize>i * down) << 3);
  let pb = b + ((<usize>j) << 3);
  let c0 = f64x2.splat(0);
  let c1 = c0;
  for (let p = 0; p < k; p++) {
    const a0 = v128.load64_splat(pa);
    c0 = addProduct(c0, a0, v128.load(pb));
    c1 = addProduct(c1, a0, v128.load(pb, 16));
    pa += (<usize>along) << 3;
    pb += (<usize>n) << 3;
  }
  const o = out + ((<usize>i * n + j) << 3);
  v128.store(o, c0);
  v128.store(o, c1, 16);
}

function doubleEntry(
  a: usize,
  down: i32,
  along: i32,
  b: usize,
  out: usize,
  i: i32,
  j: i32,
  k: i32,
  n: i32,
): void {
  let sum: f64 = 0;
  let pa = a + ((<usize>i * down) << 3);
  let pb = b + ((<usize>j) << 3);
  for (let p = 0; p < k; p++) {
    sum += load<f64>(pa) * load<f64>(pb);
    pa += (<usize>along) << 3;
    pb += (<usize>n) << 3;
  }
  store<f64>(out + ((<usize>i * n + j) << 3), sum);
}

/** out[n, m] = a[m, n]^T. */
export function transposeDoubles(a: usize, out: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      store<f64>(out + ((<usize>j * m + i) << 3), load<f64>(a + ((<usize>i * n + j) << 3)));
    }
  }
}

/** torch.optim.Adam's update of n parameters (an even number) in double precision; arguments as those of `adam`. */
export function adamInDoubles(
  value: usize,
  gradient: usize,
  first: usize,
  second: usize,
  n: i32,
  stepSize: f64,
  correction: f64,
  decay: f64,
): void {
  const beta1 = f64x2.splat(0.9);
  const rest1 = f64x2.splat(1 - 0.9);
  const beta2 = f64x2.splat(0.999);
  const rest2 = f64x2.splat(1 - 0.999);
  const eps = f64x2.splat(1e-8);
  const decays = f64x2.splat(decay);
  const steps = f64x2.splat(stepSize);
  const corrections = f64x2.splat(correction);
  for (let i: usize = 0; i < (<usize>n) << 3; i += 16) {
    const p = v128.load(value + i);
    const g = f64x2.add(v128.load(gradient + i), f64x2.mul(decays, p));
    const m = f64x2.add(f64x2.mul(beta1, v128.load(first + i)), f64x2.mul(rest1, g));
    const v = f64x2.add(f64x2.mul(beta2, v128.load(second + i)), f64x2.mul(f64x2.mul(rest2, g), g));
    const denominator = f64x2.add(f64x2.div(f64x2.sqrt(v), corrections), eps);
    v128.store(first + i, m);
    v128.store(second + i, v);
    v128.store(value + i, f64x2.sub(p, f64x2.div(f64x2.mul(steps, m), denominator)));
  }
}
