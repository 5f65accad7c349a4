import type { Mt19937 } from "./mt19937.ts";

/** NumPy's `RandomState.permutation(n)`: 0..n-1 shuffled from the end (numpy/random/mtrand.pyx, `shuffle`). */
export function permutation(generator: Mt19937, n: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = boundedInteger(generator, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Uniform on 0..max by masked rejection, NumPy's legacy `random_interval`; also what `RandomState.randint(0, max + 1)` draws. */
export function boundedInteger(generator: Mt19937, max: number): number {
  const mask = 2 ** (32 - Math.clz32(max)) - 1;
  for (;;) {
    const value = (generator.nextUint32() & mask) >>> 0;
    if (value <= max) return value;
  }
}
