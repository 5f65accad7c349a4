/**
 * The sum of (y - x)^2 over n numbers, in double precision and in four sums of every fourth number, which are added last;
 * dy = scale (y - x).
 */
export function squaredError(y: usize, x: usize, dy: usize, n: i32, scale: f32): f64 {
  const scales = f32x4.splat(scale);
  let low = f64x2.splat(0);
  let high = low;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const at = (<usize>i) << 2;
    const difference = f32x4.sub(v128.load(y + at), v128.load(x + at));
    v128.store(dy + at, f32x4.mul(difference, scales));
    const first = f64x2.promote_low_f32x4(difference);
    const second = f64x2.promote_low_f32x4(v128.shuffle<f32>(difference, difference, 2, 3, 2, 3));
    low = f64x2.add(low, f64x2.mul(first, first));
    high = f64x2.add(high, f64x2.mul(second, second));
  }
  const sums = f64x2.add(low, high);
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; i < n; i++) {
    const difference = load<f32>(y + ((<usize>i) << 2)) - load<f32>(x + ((<usize>i) << 2));
    sum += <f64>difference * <f64>difference;
    store<f32>(dy + ((<usize>i) << 2), difference * scale);
  }
  return sum;
}

/** The sum of |x| over n numbers, in double precision. */
export function sumAbsolute(x: usize, n: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) sum += <f64>abs(load<f32>(x + ((<usize>i) << 2)));
  return sum;
}

/** dx += scale sign(x); the sign of 0 is 0, as PyTorch's abs has it. */
export function addSigns(x: usize, dx: usize, n: i32, scale: f32): void {
  for (let i = 0; i < n; i++) {
    const value = load<f32>(x + ((<usize>i) << 2));
    const at = dx + ((<usize>i) << 2);
    if (value > 0) store<f32>(at, load<f32>(at) + scale);
    else if (value < 0) store<f32>(at, load<f32>(at) - scale);
  }
}

/** The sum of x[i] y[i] over n numbers (a multiple of 4), in double precision and in four sums, which are added last. */
export function dot(x: usize, y: usize, n: i32): f64 {
  let low = f64x2.splat(0);
  let high = low;
  for (let i: usize = 0; i < (<usize>n) << 2; i += 16) {
    const a = v128.load(x + i);
    const b = v128.load(y + i);
    low = f64x2.add(low, f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b)));
    const a1 = v128.shuffle<f32>(a, a, 2, 3, 2, 3);
    const b1 = v128.shuffle<f32>(b, b, 2, 3, 2, 3);
    high = f64x2.add(high, f64x2.mul(f64x2.promote_low_f32x4(a1), f64x2.promote_low_f32x4(b1)));
  }
  const sums = f64x2.add(low, high);
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}
