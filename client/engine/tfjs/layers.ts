import * as tf from "@tensorflow/tfjs-core";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer, LayerOf } from "../../../shared/spec/layers.ts";
import { inputShape } from "../../../shared/spec/shapes.ts";
import { gather, repeatPixels, stamp } from "./pixels.ts";
import { maxPoolOnProcessor } from "./pool.ts";
import { multiplyOnProcessor } from "./products.ts";
import { imagesOf, matrixOf, required } from "./ranks.ts";
import type { TapGrid } from "./taps.ts";
import type { Variables } from "./variables.ts";

/** What a layer sees beside its input. Images are [n, height, width, channels] here, as TF.js has them. */
type Place = {
  readonly index: number;
  readonly variables: Variables;
  /** Convolutions as matrix products, which the cpu backend does faster. */
  readonly onProcessor: boolean;
  /** Whether the input is data, for which no gradient is needed. */
  readonly inputIsData: boolean;
  /** What to keep of a dropout layer's input, already scaled by 1 / (1 - p); null where the pass is not training. */
  readonly mask: tf.Tensor | null;
};

export type ModelOptions = {
  readonly variables: Variables;
  readonly onProcessor: boolean;
  readonly masks: ReadonlyMap<number, tf.Tensor>;
};

/**
 * The spec's model on images [n, 64]: the latent in whatever shape it has, and the reconstruction [n, 64]. Differentiable
 * for the variables. Dropout acts where there is a mask for its layer.
 */
export function runModel(
  { layers, latentAfter }: ExperimentSpec["model"],
  images: tf.Tensor2D,
  { variables, onProcessor, masks }: ModelOptions,
): { readonly latent: tf.Tensor; readonly output: tf.Tensor2D } {
  let flow: tf.Tensor = inputShape(layers).length === 3 ? tf.reshape(images, [-1, 8, 8, 1]) : images;
  let latent = flow;
  const firstWithWeights = layers.findIndex((_, index) => variables.has(`${index}.weight`));
  for (const [index, layer] of layers.entries()) {
    const inputIsData = index <= firstWithWeights;
    flow = applyLayer(layer, flow, {
      index,
      variables,
      onProcessor,
      inputIsData,
      mask: masks.get(index) ?? null,
    });
    if (index === latentAfter) latent = flow;
  }
  return { latent, output: flatten(flow) };
}

function applyLayer(layer: Layer, input: tf.Tensor, place: Place): tf.Tensor {
  switch (layer.kind) {
    case "linear":
      return linear(matrixOf(input), place);
    case "conv2d":
      return convolve(layer, imagesOf(input), place);
    case "convTranspose2d":
      return convolveTransposed(layer, imagesOf(input), place);
    case "maxPool2d":
      return place.onProcessor
        ? maxPoolOnProcessor(imagesOf(input), layer.kernel)
        : tf.maxPool(imagesOf(input), layer.kernel, layer.kernel, "valid");
    case "upsample2d":
      return repeatPixels(imagesOf(input), layer.factor);
    case "flatten":
      return flatten(input);
    case "unflatten":
      return unflatten(matrixOf(input), layer.shape);
    case "relu":
      return tf.relu(input);
    case "leakyRelu":
      return tf.leakyRelu(input, layer.negativeSlope);
    case "sigmoid":
      return tf.sigmoid(input);
    case "tanh":
      return tf.tanh(input);
    case "dropout":
      return place.mask === null ? input : tf.mul(input, place.mask);
    default:
      return layer satisfies never;
  }
}

function linear(input: tf.Tensor2D, place: Place): tf.Tensor2D {
  const weight = matrixOf(weightOf(place)); // [in, out]
  return multiply(input, weight, { ...place, bias: biasOf(place) });
}

function convolve(layer: LayerOf<"conv2d">, input: tf.Tensor4D, place: Place): tf.Tensor4D {
  const { kernel, padding, stride = 1 } = layer;
  const weight = imagesOf(weightOf(place)); // [kernel, kernel, in, out]
  if (!place.onProcessor) return tf.add(tf.conv2d(input, weight, stride, padding), biasOf(place));
  const [count, height, width] = input.shape;
  const side = (size: number) => Math.floor((size + 2 * padding - kernel) / stride) + 1;
  const out = { height: side(height), width: side(width) };
  if (stride === 1 && layer.out < layer.in) {
    // Few channels come out: each pixel stamps them on its neighbours, which spares a copy of it for each tap.
    const turned = tf.reverse4d(weight, [0, 1]);
    const grid = { image: out, places: { height, width }, channels: layer.out, kernel, stride };
    const stamps = perPixel(input, tf.transpose(turned, [2, 0, 1, 3]), place);
    return tf.add(stamp(stamps, { ...grid, padding: kernel - 1 - padding }), biasOf(place));
  }
  const grid = { image: { height, width }, places: out, channels: layer.in, kernel, padding, stride };
  const product = multiply(gather(input, grid), tf.reshape(weight, [-1, layer.out]), {
    ...place,
    bias: biasOf(place),
  });
  return tf.reshape(product, [count, out.height, out.width, layer.out]);
}

function convolveTransposed(
  layer: LayerOf<"convTranspose2d">,
  input: tf.Tensor4D,
  place: Place,
): tf.Tensor4D {
  const { kernel, padding, stride = 1, outputPadding = 0 } = layer;
  const weight = imagesOf(weightOf(place)); // [kernel, kernel, out, in]
  const [count, height, width] = input.shape;
  const side = (size: number) => (size - 1) * stride - 2 * padding + kernel + outputPadding;
  const out = { height: side(height), width: side(width) };
  if (!place.onProcessor) {
    const shape: [number, number, number, number] = [count, out.height, out.width, layer.out];
    return tf.add(tf.conv2dTranspose(input, weight, shape, stride, padding), biasOf(place));
  }
  const stamps = perPixel(input, tf.transpose(weight, [3, 0, 1, 2]), place);
  const grid: TapGrid = {
    image: out,
    places: { height, width },
    channels: layer.out,
    kernel,
    padding,
    stride,
  };
  return tf.add(stamp(stamps, grid), biasOf(place));
}

/** What each pixel gives to each tap: [n, h, w, in] and weights [in, kernel, kernel, out] to [n * h * w, all taps]. */
function perPixel(input: tf.Tensor4D, weight: tf.Tensor4D, place: Place): tf.Tensor2D {
  const [count, height, width, channels] = input.shape;
  const pixels = tf.reshape<tf.Rank.R2>(input, [count * height * width, channels]);
  return multiply(pixels, tf.reshape(weight, [channels, -1]), { ...place, bias: null });
}

/** a b + bias. */
function multiply(
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  { onProcessor, inputIsData, bias }: Place & { readonly bias: tf.Tensor | null },
): tf.Tensor2D {
  if (onProcessor) return multiplyOnProcessor({ a, b, bias, aIsData: inputIsData });
  return bias === null ? tf.matMul(a, b) : tf.add(tf.matMul(a, b), bias);
}

function weightOf({ variables, index }: Place): tf.Tensor {
  return required(variables.get(`${index}.weight`), `${index}.weight`);
}

function biasOf({ variables, index }: Place): tf.Tensor {
  return required(variables.get(`${index}.bias`), `${index}.bias`);
}

/** Channel by channel, as PyTorch flattens; [n, height, width, channels] to [n, all]. */
function flatten(input: tf.Tensor): tf.Tensor2D {
  const count = input.shape[0];
  if (input.rank === 2) return matrixOf(input);
  const channelsFirst = input.shape[3] === 1 ? input : tf.transpose(input, [0, 3, 1, 2]);
  return tf.reshape(channelsFirst, [count, -1]);
}

function unflatten(
  input: tf.Tensor2D,
  [channels, height, width]: readonly [number, number, number],
): tf.Tensor4D {
  const channelsFirst = tf.reshape<tf.Rank.R4>(input, [-1, channels, height, width]);
  return tf.transpose(channelsFirst, [0, 2, 3, 1]);
}
