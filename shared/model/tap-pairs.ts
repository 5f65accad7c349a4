import { PIXELS } from "../dataset/digits.ts";
import type { Layer, LayerOf } from "../spec/layers.ts";
import type { Weights } from "./weights.ts";

/**
 * Two convolutions 1 -> k -> 1 that keep 8x8 see the image only through the pairs of their taps: an output pixel is v . f
 * with features f = (x shifted by both taps, where the first shift stays inside; 1 where it does; 1) and coefficients
 * v = (G[t2, t1] = sum_k K2[k, t2] K1[k, t1]; g[t2] = sum_k K2[k, t2] b1[k]; b2), [taps2 * (taps1 + 1) + 1].
 */
export type Pair = readonly [LayerOf<"conv2d">, LayerOf<"conv2d">];

const SIDE = 8;

export function isConvolutionPair(layers: readonly Layer[]): layers is Pair {
  const [first, second] = layers;
  return (
    layers.length === 2 &&
    first?.kind === "conv2d" &&
    second?.kind === "conv2d" &&
    first.in === 1 &&
    second.out === 1 &&
    [first, second].every(({ kernel, padding, stride }) => stride === undefined && kernel === 2 * padding + 1)
  );
}

/** v of a pair's tensors: K1 is [k, taps1], K2 [k, taps2]. */
function pairCoefficients({ K1, b1, K2, b2 }: Record<"K1" | "b1" | "K2" | "b2", Float32Array>): Float64Array {
  const kernels = b1.length;
  const [taps1, taps2] = [K1.length / kernels, K2.length / kernels];
  const v = new Float64Array(taps2 * (taps1 + 1) + 1);
  for (let k = 0; k < kernels; k++) {
    for (let t2 = 0; t2 < taps2; t2++) {
      const outer = K2[k * taps2 + t2];
      const row = t2 * taps1;
      for (let t1 = 0; t1 < taps1; t1++) v[row + t1] += outer * K1[k * taps1 + t1];
      v[taps2 * taps1 + t2] += outer * b1[k];
    }
  }
  v[v.length - 1] = b2[0];
  return v;
}

/** What a pair does to every image: y = x A + b with A [64 * 64] row by row. Throws TypeError when a weight is missing. */
export function pairMap(pair: Pair, weights: Weights): { A: Float64Array; b: Float64Array } {
  const need = (name: string) => {
    const values = weights.get(name);
    if (values === undefined) throw new TypeError(`this model has no weights ${name}`);
    return values;
  };
  const sizes = kernelSizes(pair);
  const v = pairCoefficients({
    K1: need("0.weight"),
    b1: need("0.bias"),
    K2: need("1.weight"),
    b2: need("1.bias"),
  });
  const rows = new Float64Array((PIXELS + 1) * PIXELS);
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    for (const [feature, source] of featureEntries(sizes, pixel)) rows[source * PIXELS + pixel] += v[feature];
  }
  return { A: rows.subarray(0, PIXELS * PIXELS), b: rows.subarray(PIXELS * PIXELS) };
}

/** The sizes of both kernels; their padding follows. */
type Sizes = readonly [first: number, second: number];

export function kernelSizes([first, second]: Pair): Sizes {
  return [first.kernel, second.kernel];
}

export function countFeatures([first, second]: Sizes): number {
  return second ** 2 * (first ** 2 + 1) + 1;
}

/** The features that are not zero at an output pixel, each as [its index in v, the entry of [x 1] that it equals]. */
export function featureEntries(
  [first, second]: Sizes,
  pixel: number,
): readonly (readonly [number, number])[] {
  const [taps1, taps2] = [first ** 2, second ** 2];
  const entries: [number, number][] = [[taps2 * (taps1 + 1), PIXELS]];
  for (let t2 = 0; t2 < taps2; t2++) {
    const hidden = shifted(pixel, t2, second);
    if (hidden === null) continue;
    entries.push([taps2 * taps1 + t2, PIXELS]);
    for (let t1 = 0; t1 < taps1; t1++) {
      const source = shifted(hidden, t1, first);
      if (source !== null) entries.push([t2 * taps1 + t1, source]);
    }
  }
  return entries;
}

/** The pixel that tap `t` of a kernel reads for `pixel`, or null in the padding. */
function shifted(pixel: number, t: number, kernel: number): number | null {
  const padding = (kernel - 1) / 2;
  const y = Math.floor(pixel / SIDE) + Math.floor(t / kernel) - padding;
  const x = (pixel % SIDE) + (t % kernel) - padding;
  return y >= 0 && y < SIDE && x >= 0 && x < SIDE ? y * SIDE + x : null;
}
