import * as tf from "@tensorflow/tfjs-core";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { inputShape, layerShapes, type Shape, sizeOf } from "../../../shared/spec/shapes.ts";
import type { Constants } from "./constants.ts";
import { convolve, convolveTransposed } from "./convolutions.ts";
import { mapUpsampling } from "./pixel-map.ts";
import { show } from "./pixels.ts";
import { maxPoolOnProcessor } from "./pool.ts";
import { multiply } from "./products.ts";
import { required, stackOf } from "./ranks.ts";

/** The models of a group of runs, by PyTorch's names: [runs, rows, columns] each, as layout.ts has them. */
export type GroupWeights = ReadonlyMap<string, tf.Tensor3D>;

/** What a layer sees beside its input. */
export type Place = {
  readonly weight: () => tf.Tensor3D;
  readonly bias: () => tf.Tensor3D;
  /** One image's shape; its numbers flow in the order [height, width, channels]. */
  readonly before: Shape;
  readonly after: Shape;
  readonly constants: Constants;
  /** Whether the input is data, for which no gradient is needed. */
  readonly inputIsData: boolean;
  /** What to keep of a dropout layer's input, already scaled by 1 / (1 - p); null where the pass is not training. */
  readonly mask: tf.Tensor | null;
};

export type ModelOptions = {
  readonly weights: GroupWeights;
  readonly constants: Constants;
  readonly masks: ReadonlyMap<number, tf.Tensor>;
};

/**
 * A spec's model, once for each run of a group, on images [runs, n, 64] or [1, n, 64] that all share: the latents in whatever
 * order of their numbers, and the reconstructions [runs, n, 64]. Differentiable for the weights. No run's numbers meet
 * another's. Dropout acts where there is a mask for its layer.
 */
export function runModels(
  { layers, latentAfter }: ExperimentSpec["model"],
  images: tf.Tensor3D,
  { weights, constants, masks }: ModelOptions,
): { readonly latent: tf.Tensor3D; readonly output: tf.Tensor3D } {
  const shapes = layerShapes(layers);
  if (!shapes.ok) throw new TypeError(shapes.error.message);
  let [flow, latent, before] = [images, images, inputShape(layers)];
  const firstWithWeights = layers.findIndex((_, index) => weights.has(`${index}.weight`));
  for (const [index, layer] of layers.entries()) {
    const after = shapes.value[index];
    const tensor = (role: string) => required(weights.get(`${index}.${role}`), `${index}.${role}`);
    flow = applyLayer(layer, flow, {
      weight: () => tensor("weight"),
      bias: () => tensor("bias"),
      before,
      after,
      constants,
      inputIsData: index <= firstWithWeights,
      mask: masks.get(index) ?? null,
    });
    before = after;
    if (index === latentAfter) latent = flow;
  }
  return { latent, output: flatten(flow, before) };
}

function applyLayer(layer: Layer, input: tf.Tensor3D, place: Place): tf.Tensor3D {
  switch (layer.kind) {
    case "linear":
      return multiply(
        { a: input, b: place.weight(), bias: place.bias(), aIsData: place.inputIsData },
        place.constants,
      );
    case "conv2d":
      return convolve(layer, input, place);
    case "convTranspose2d":
      return convolveTransposed(layer, input, place);
    case "maxPool2d":
      return maxPool(input, layer.kernel, place);
    case "upsample2d": {
      const [, height = 1, width = 1] = place.before;
      return show(input, mapUpsampling({ image: { height, width }, factor: layer.factor }), place.constants);
    }
    case "flatten":
      return flatten(input, place.before);
    case "unflatten":
      return unflatten(input, layer.shape);
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

function maxPool(input: tf.Tensor3D, kernel: number, { before, after }: Place): tf.Tensor3D {
  const [runs, n] = input.shape;
  const [channels, height = 1, width = 1] = before;
  const images = tf.reshape<tf.Rank.R4>(input, [runs * n, height, width, channels]);
  const most =
    tf.getBackend() === "cpu"
      ? maxPoolOnProcessor(images, kernel)
      : tf.maxPool(images, kernel, kernel, "valid");
  return tf.reshape(most, [runs, n, sizeOf(after)]);
}

/** Channel by channel, as PyTorch flattens. */
function flatten(input: tf.Tensor3D, [channels, height = 1, width = 1]: Shape): tf.Tensor3D {
  if (channels === 1 || height * width === 1) return input;
  return reorder(input, [height * width, channels]);
}

function unflatten(
  input: tf.Tensor3D,
  [channels, height, width]: readonly [number, number, number],
): tf.Tensor3D {
  return channels === 1 || height * width === 1 ? input : reorder(input, [channels, height * width]);
}

/** Each image's numbers as [rows, columns], turned to [columns, rows]. */
function reorder(input: tf.Tensor3D, shape: readonly [number, number]): tf.Tensor3D {
  const [runs, n, size] = input.shape;
  return stackOf(
    tf.reshape(tf.transpose(tf.reshape(input, [runs * n, ...shape]), [0, 2, 1]), [runs, n, size]),
  );
}
