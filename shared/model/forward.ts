import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Layer } from "../spec/layers.ts";
import { inputShape, layerShapes, type Shape, sizeOf } from "../spec/shapes.ts";
import { convolve, convolveTransposed, maxPool, upsample } from "./image-layers.ts";
import type { Weights } from "./weights.ts";

/** Activations of many images, one after the other, in double precision. */
export type Activations = { readonly count: number; readonly shape: Shape; readonly data: Float64Array };

/**
 * The reference forward pass in evaluation mode (dropout is the identity): images [n * 64] in; the latent (the output
 * of layer `latentAfter`) and the reconstruction, image by image, out. Computed in double precision, handed out as
 * float32. Images are channel-major, as PyTorch has them. Throws TypeError when a weight is missing; a parsed spec and
 * decoded weights never do.
 */
export function forward(
  model: ExperimentSpec["model"],
  weights: Weights,
  images: Float32Array,
): { readonly latent: Float32Array; readonly output: Float32Array } {
  const { latent, output } = forwardExactly(model, weights, Float64Array.from(images));
  return { latent: Float32Array.from(latent), output: Float32Array.from(output) };
}

/** The same in double precision to the end; weights may be in it, too. */
export function forwardExactly(
  model: ExperimentSpec["model"],
  weights: ReadonlyMap<string, ArrayLike<number>>,
  images: Float64Array,
): { readonly latent: Float64Array; readonly output: Float64Array } {
  const latent = encode(model, weights, images);
  return { latent, output: decode(model, weights, latent) };
}

/** The first half of it: the codes of images, one after the other. */
export function encode(
  model: ExperimentSpec["model"],
  weights: ReadonlyMap<string, ArrayLike<number>>,
  images: Float64Array,
): Float64Array {
  return lastOf(throughLayers(model, weights, { data: images, from: 0, to: model.latentAfter + 1 }), images);
}

/** The second half: the reconstructions of codes, be they of images or not. */
export function decode(
  model: ExperimentSpec["model"],
  weights: ReadonlyMap<string, ArrayLike<number>>,
  codes: Float64Array,
): Float64Array {
  const { latentAfter, layers } = model;
  return lastOf(
    throughLayers(model, weights, { data: codes, from: latentAfter + 1, to: layers.length }),
    codes,
  );
}

/** The activations after each layer, one layer after the other. */
export function layerOutputs(
  model: ExperimentSpec["model"],
  weights: ReadonlyMap<string, ArrayLike<number>>,
  images: Float64Array,
): Generator<Activations, void> {
  return throughLayers(model, weights, { data: images, from: 0, to: model.layers.length });
}

function* throughLayers(
  { layers }: ExperimentSpec["model"],
  weights: ReadonlyMap<string, ArrayLike<number>>,
  { data, from, to }: { readonly data: Float64Array; readonly from: number; readonly to: number },
): Generator<Activations, void> {
  const shapes = layerShapes(layers);
  if (!shapes.ok) throw new TypeError(`model.layers[${shapes.error.layer}]: ${shapes.error.message}`);
  const shape = from === 0 ? inputShape(layers) : shapes.value[from - 1];
  let flow: Activations = { count: data.length / sizeOf(shape), shape, data };
  for (let index = from; index < to; index++) {
    const after = shapes.value[index];
    flow = {
      count: flow.count,
      shape: after,
      data: applyLayer(layers[index], flow, { after, index, weights }),
    };
    yield flow;
  }
}

/** What comes after the last layer; what went in where there is none. */
function lastOf(flows: Iterable<Activations>, first: Float64Array): Float64Array {
  let last = first;
  for (const { data } of flows) last = data;
  return last;
}

type Place = {
  readonly after: Shape;
  readonly index: number;
  readonly weights: ReadonlyMap<string, ArrayLike<number>>;
};

function applyLayer(layer: Layer, input: Activations, { after, index, weights }: Place): Float64Array {
  const { data } = input;
  switch (layer.kind) {
    case "linear":
      return multiplyRows(layer, input, tensors(weights, index));
    case "conv2d":
      return convolve(layer, input, { ...tensors(weights, index), after });
    case "convTranspose2d":
      return convolveTransposed(layer, input, { ...tensors(weights, index), after });
    case "maxPool2d":
      return maxPool(layer.kernel, input, after);
    case "upsample2d":
      return upsample(layer.factor, input, after);
    case "relu":
      return data.map((x) => (x > 0 ? x : 0));
    case "leakyRelu":
      return data.map((x) => (x > 0 ? x : layer.negativeSlope * x));
    case "sigmoid":
      return data.map((x) => 1 / (1 + Math.exp(-x)));
    case "tanh":
      return data.map(Math.tanh);
    case "flatten":
    case "unflatten":
    case "dropout":
      return data;
    default:
      return layer satisfies never;
  }
}

function tensors(
  weights: ReadonlyMap<string, ArrayLike<number>>,
  index: number,
): { weight: ArrayLike<number>; bias: ArrayLike<number> } {
  const [weight, bias] = [weights.get(`${index}.weight`), weights.get(`${index}.bias`)];
  if (weight === undefined || bias === undefined) throw new TypeError(`layer ${index} has no weights`);
  return { weight, bias };
}

/** x W^T + b for every row of x; W is [out, in]. Four inputs a turn, so that the sums stay in registers and cache. */
function multiplyRows(
  layer: { in: number; out: number },
  { count, data }: Activations,
  { weight, bias }: { weight: ArrayLike<number>; bias: ArrayLike<number> },
): Float64Array {
  const { in: inputs, out: outputs } = layer;
  const columns = transposed(weight, outputs, inputs);
  const result = new Float64Array(count * outputs);
  for (let row = 0; row < count; row++) {
    const sums = result.subarray(row * outputs, (row + 1) * outputs);
    sums.set(bias);
    const start = row * inputs;
    let p = 0;
    for (; p + 4 <= inputs; p += 4) {
      const [x0, x1, x2, x3] = [
        data[start + p],
        data[start + p + 1],
        data[start + p + 2],
        data[start + p + 3],
      ];
      const base = p * outputs;
      for (let j = 0; j < outputs; j++) {
        sums[j] +=
          x0 * columns[base + j] +
          x1 * columns[base + outputs + j] +
          x2 * columns[base + 2 * outputs + j] +
          x3 * columns[base + 3 * outputs + j];
      }
    }
    for (; p < inputs; p++) {
      for (let j = 0; j < outputs; j++) sums[j] += data[start + p] * columns[p * outputs + j];
    }
  }
  return result;
}

function transposed(values: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = values[i * columns + j];
  }
  return out;
}
