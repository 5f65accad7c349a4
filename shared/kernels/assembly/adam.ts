/**
 * One update of n parameters (a multiple of 4), in float32 and in PyTorch's order of operations: torch.optim.Adam with betas
 * 0.9 and 0.999 and eps 1e-8. `stepSize` = learning rate / (1 - beta1^t), `correction` = sqrt(1 - beta2^t).
 */
export function adam(
  value: usize,
  gradient: usize,
  first: usize,
  second: usize,
  n: i32,
  stepSize: f32,
  correction: f32,
  decay: f32,
): void {
  const beta1 = f32x4.splat(0.9);
  // 1 - beta in double precision, then rounded, as Python hands it over; in float32 it would lose three digits.
  const rest1 = f32x4.splat(0.1);
  const beta2 = f32x4.splat(0.999);
  const rest2 = f32x4.splat(0.001);
  const eps = f32x4.splat(1e-8);
  const decays = f32x4.splat(decay);
  const steps = f32x4.splat(stepSize);
  const corrections = f32x4.splat(correction);
  for (let i: usize = 0; i < (<usize>n) << 2; i += 16) {
    const p = v128.load(value + i);
    const g = f32x4.add(v128.load(gradient + i), f32x4.mul(decays, p));
    const m = f32x4.add(f32x4.mul(v128.load(first + i), beta1), f32x4.mul(g, rest1));
    const v = f32x4.add(f32x4.mul(v128.load(second + i), beta2), f32x4.mul(f32x4.mul(g, g), rest2));
    const denominator = f32x4.add(f32x4.div(f32x4.sqrt(v), corrections), eps);
    v128.store(first + i, m);
    v128.store(second + i, v);
    v128.store(value + i, f32x4.sub(p, f32x4.mul(steps, f32x4.div(m, denominator))));
  }
}
