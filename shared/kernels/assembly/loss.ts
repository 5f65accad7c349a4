/** The sum of (y - x)^2 over n numbers, in double precision; dy = scale (y - x). */
export function squaredError(y: usize, x: usize, dy: usize, n: i32, scale: f32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) {
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
