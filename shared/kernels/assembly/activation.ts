// Activations over `n` numbers. exp is our own: a libm may round as it likes, and weights must not depend on it.

const LOG2E: f64 = Math.LOG2E;
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

/** e^x in double precision: x = k ln 2 + r, |r| <= ln 2 / 2, and the Taylor sum of e^r to the 13th power, rounded last. */
function exp(x: f64): f64 {
  if (x > 700) return Infinity;
  if (x < -700) return 0;
  const k = nearest(x * LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum: f64 = 1;
  for (let i = 13; i > 0; i--) sum = 1 + (r / <f64>i) * sum;
  return sum * reinterpret<f64>((<i64>k + 1023) << 52);
}

/** y = x > 0 ? x : slope x; a slope of 0 is ReLU. */
export function leakyRelu(x: usize, y: usize, n: i32, slope: f32): void {
  const zero = f32x4.splat(0);
  const slopes = f32x4.splat(slope);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const value = v128.load(x + ((<usize>i) << 2));
    const positive = f32x4.gt(value, zero);
    v128.store(y + ((<usize>i) << 2), v128.bitselect(value, f32x4.mul(value, slopes), positive));
  }
  for (; i < n; i++) {
    const value = load<f32>(x + ((<usize>i) << 2));
    store<f32>(y + ((<usize>i) << 2), value > 0 ? value : value * slope);
  }
}

/** dx = x > 0 ? dy : slope dy. */
export function leakyReluBackward(x: usize, dy: usize, dx: usize, n: i32, slope: f32): void {
  const zero = f32x4.splat(0);
  const slopes = f32x4.splat(slope);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const gradient = v128.load(dy + ((<usize>i) << 2));
    const positive = f32x4.gt(v128.load(x + ((<usize>i) << 2)), zero);
    v128.store(dx + ((<usize>i) << 2), v128.bitselect(gradient, f32x4.mul(gradient, slopes), positive));
  }
  for (; i < n; i++) {
    const gradient = load<f32>(dy + ((<usize>i) << 2));
    store<f32>(dx + ((<usize>i) << 2), load<f32>(x + ((<usize>i) << 2)) > 0 ? gradient : gradient * slope);
  }
}

export function sigmoid(x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    store<f32>(y + ((<usize>i) << 2), <f32>(1 / (1 + exp(-(<f64>load<f32>(x + ((<usize>i) << 2)))))));
  }
}

/** dx = dy y (1 - y). */
export function sigmoidBackward(y: usize, dy: usize, dx: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const value = load<f32>(y + ((<usize>i) << 2));
    store<f32>(dx + ((<usize>i) << 2), load<f32>(dy + ((<usize>i) << 2)) * value * (1 - value));
  }
}

/** tanh x = 1 - 2 / (e^2x + 1), and x - x^3 / 3 near zero, where that would lose the number in the 1. */
export function tanh(x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const value = <f64>load<f32>(x + ((<usize>i) << 2));
    const small = abs(value) < 1e-4;
    store<f32>(
      y + ((<usize>i) << 2),
      <f32>(small ? value - (value * value * value) / 3 : 1 - 2 / (exp(2 * value) + 1)),
    );
  }
}

/** dx = dy (1 - y^2). */
export function tanhBackward(y: usize, dy: usize, dx: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const value = load<f32>(y + ((<usize>i) << 2));
    store<f32>(dx + ((<usize>i) << 2), load<f32>(dy + ((<usize>i) << 2)) * (1 - value * value));
  }
}

/** y = x mask: dropout, forwards and backwards. */
export function multiplyBy(x: usize, mask: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    store<f32>(y + ((<usize>i) << 2), load<f32>(x + ((<usize>i) << 2)) * load<f32>(mask + ((<usize>i) << 2)));
  }
}
