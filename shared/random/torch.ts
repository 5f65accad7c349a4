import type { Mt19937 } from "./mt19937.ts";

const { fround } = Math;

/**
 * PyTorch's float32 `uniform_(from, to)` on the CPU: 24 random bits scaled in double precision, then rounded to
 * float32 (aten/src/ATen/core/TransformationHelper.h, `uniform_real`).
 */
export function uniform(
  generator: Mt19937,
  { from, to, count }: { from: number; to: number; count: number },
): Float32Array {
  const [low, range] = [fround(from), fround(fround(to) - fround(from))];
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = ((generator.nextUint32() & 0xffffff) / 2 ** 24) * range + low;
  return values;
}

/**
 * PyTorch's float32 `torch.randn` on the CPU for 16 numbers or more: Box-Muller on blocks of 16 uniforms
 * (aten/src/ATen/native/cpu/DistributionTemplates.h, `normal_fill`). PyTorch's vectorised log and cos may differ
 * in the last bit. Throws RangeError below 16, where PyTorch draws in another way.
 */
export function randn(generator: Mt19937, count: number): Float32Array {
  if (count < 16) throw new RangeError(`randn follows PyTorch from 16 numbers on, got ${count}`);
  const values = uniform(generator, { from: 0, to: 1, count });
  for (let block = 0; block + 16 <= count; block += 16) normalBlock(values, block);
  if (count % 16 !== 0) {
    values.set(uniform(generator, { from: 0, to: 1, count: 16 }), count - 16);
    normalBlock(values, count - 16);
  }
  return values;
}

function normalBlock(values: Float32Array, start: number): void {
  for (let j = start; j < start + 8; j++) {
    const radius = fround(Math.sqrt(fround(-2 * fround(Math.log(1 - values[j])))));
    const angle = fround(fround(2 * Math.PI) * values[j + 8]);
    values[j] = radius * fround(Math.cos(angle));
    values[j + 8] = radius * fround(Math.sin(angle));
  }
}

/** PyTorch's `torch.randperm(n)` on the CPU (aten/src/ATen/native/TensorFactories.cpp, `randperm_cpu`). */
export function randperm(generator: Mt19937, n: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const j = i + (generator.nextUint32() % (n - i));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
