import type { LayerOf } from "../spec/layers.ts";
import type { Weights } from "./weights.ts";

/** A linear layer and its place among the model's layers. */
export type PlacedLinear = { readonly index: number; readonly layer: LayerOf<"linear"> };

/** An affine map y = x A + b, row by row, in double precision. */
export type LayersMap = { readonly A: Float64Array /* [in * out] */; readonly b: Float64Array /* [out] */ };

/** What linear layers in a row do to every image, A [64 * 64]. Throws TypeError when a weight is missing. */
export function chainMap(layers: readonly LayerOf<"linear">[], weights: Weights): LayersMap {
  return composeLayers(
    layers.map((layer, index) => ({ index, layer })),
    weights,
  );
}

/**
 * What some linear layers do, each to what the one before gives: the first one's [W^T; b] through those after it. Throws
 * TypeError when a weight is missing.
 */
export function composeLayers(layers: readonly PlacedLinear[], weights: Weights): LayersMap {
  const need = (name: string) => {
    const values = weights.get(name);
    if (values === undefined) throw new TypeError(`this model has no weights ${name}`);
    return values;
  };
  const inputs = layers[0]?.layer.in ?? 0;
  let width = inputs;
  let map: Float64Array | null = null; // [(inputs + 1) * width], the last row is the bias
  for (const { index, layer } of layers) {
    const [W, b] = [need(`${index}.weight`), need(`${index}.bias`)];
    const next: Float64Array =
      map === null ? firstLayer(W, layer) : throughLayer(map, W, { rows: inputs + 1, width, out: layer.out });
    for (let j = 0; j < layer.out; j++) next[inputs * layer.out + j] += b[j];
    map = next;
    width = layer.out;
  }
  if (map === null) throw new TypeError("a model without layers has no map");
  return { A: map.subarray(0, inputs * width), b: map.subarray(inputs * width) };
}

function firstLayer(W: Float32Array, { in: inputs, out }: LayerOf<"linear">): Float64Array {
  const map = new Float64Array((inputs + 1) * out);
  for (let j = 0; j < out; j++) {
    for (let i = 0; i < inputs; i++) map[i * out + j] = W[j * inputs + i];
  }
  return map;
}

/** Rows against rows of W [out, width], four of them at once, so that no sum waits for the one before. */
function throughLayer(
  map: Float64Array,
  W: Float32Array,
  { rows, width, out }: { rows: number; width: number; out: number },
): Float64Array {
  const next = new Float64Array(rows * out);
  for (let i = 0; i < rows; i++) {
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
