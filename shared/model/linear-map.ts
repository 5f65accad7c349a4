import { PIXELS } from "../dataset/digits.ts";
import type { LayerOf } from "../spec/layers.ts";
import type { Weights } from "./weights.ts";

/**
 * What linear layers in a row do to every image, y = x A + b with A [64 * 64] row by row, in double precision: the first
 * layer's [W^T; b] through the layers after it. Throws TypeError when a weight is missing.
 */
export function chainMap(
  layers: readonly LayerOf<"linear">[],
  weights: Weights,
): { A: Float64Array; b: Float64Array } {
  const need = (name: string) => {
    const values = weights.get(name);
    if (values === undefined) throw new TypeError(`this model has no weights ${name}`);
    return values;
  };
  let width = PIXELS;
  let map: Float64Array | null = null; // [65 * width], the last row is the bias
  for (const [index, layer] of layers.entries()) {
    const [W, b] = [need(`${index}.weight`), need(`${index}.bias`)];
    const next: Float64Array =
      map === null ? firstLayer(W, layer.out) : throughLayer(map, W, { width, out: layer.out });
    for (let j = 0; j < layer.out; j++) next[PIXELS * layer.out + j] += b[j];
    map = next;
    width = layer.out;
  }
  if (map === null) throw new TypeError("a model without layers has no map");
  return { A: map.subarray(0, PIXELS * PIXELS), b: map.subarray(PIXELS * PIXELS) };
}

function firstLayer(W: Float32Array, out: number): Float64Array {
  const map = new Float64Array((PIXELS + 1) * out);
  for (let j = 0; j < out; j++) {
    for (let i = 0; i < PIXELS; i++) map[i * out + j] = W[j * PIXELS + i];
  }
  return map;
}

/** Rows against rows of W [out, width], four of them at once, so that no sum waits for the one before. */
function throughLayer(
  map: Float64Array,
  W: Float32Array,
  { width, out }: { width: number; out: number },
): Float64Array {
  const next = new Float64Array((PIXELS + 1) * out);
  for (let i = 0; i <= PIXELS; i++) {
    const row = i * width;
    let j = 0;
    for (; j + 4 <= out; j += 4) {
      const w = j * width;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let p = 0; p < width; p++) {
        const x = map[row + p];
        s0 += x * W[w + p];
        s1 += x * W[w + width + p];
        s2 += x * W[w + 2 * width + p];
        s3 += x * W[w + 3 * width + p];
      }
      next[i * out + j] = s0;
      next[i * out + j + 1] = s1;
      next[i * out + j + 2] = s2;
      next[i * out + j + 3] = s3;
    }
    for (; j < out; j++) {
      let sum = 0;
      for (let p = 0; p < width; p++) sum += map[row + p] * W[j * width + p];
      next[i * out + j] = sum;
    }
  }
  return next;
}
