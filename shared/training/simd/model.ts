import { PIXELS } from "../../dataset/digits.ts";
import type { Kernels } from "../../kernels/kernels.ts";
import type { Mt19937 } from "../../random/mt19937.ts";
import type { ExperimentSpec } from "../../spec/experiment.ts";
import type { Layer } from "../../spec/layers.ts";
import { inputShape, layerShapes, sizeOf } from "../../spec/shapes.ts";
import type { Space } from "../space.ts";
import { trainConvolution, trainTransposed } from "./convolution.ts";
import { type Bench, layerOf, type TrainedLayer, type Wires } from "./layer.ts";
import { trainLinear } from "./linear.ts";
import type { Parameters } from "./parameters.ts";
import {
  trainDropout,
  trainLeakyRelu,
  trainMaxPool,
  trainSigmoid,
  trainTanh,
  trainUpsample,
} from "./pointwise.ts";

/** Images that go through the layers together: few enough that what lies between the layers stays in the cache. */
export const IMAGES_AT_ONCE = 32;

/** A model's layers wired up in the kernels' memory. */
export type Model = {
  /** Where images [n, 64] go in. */
  readonly input: number;
  prepare(): void;
  /** The sum of square errors and of |latent| of n images in `input`; gradients for a batch of `batch` images are added up. */
  learn(n: number, batch: number): { readonly squares: number; readonly absolutes: number };
  finish(): void;
  /** The mean square error of each of n images in `input`. After `prepare`. */
  score(n: number): Float64Array;
  readonly latentSize: number;
};

/**
 * `masks` draws what dropout keeps; null where a model is scored, which drops nothing. Throws TypeError for layers whose
 * shapes do not meet; a parsed spec's do.
 */
export function wireModel(
  spec: Pick<ExperimentSpec, "model" | "loss">,
  {
    kernels,
    space,
    parameters,
    masks,
  }: { kernels: Kernels; space: Space; parameters: Parameters; masks: Mt19937 | null },
): Model {
  const { layers, latentAfter } = spec.model;
  const shapes = layerShapes(layers);
  if (!shapes.ok) throw new TypeError(`model.layers[${shapes.error.layer}]: ${shapes.error.message}`);
  const most = IMAGES_AT_ONCE;
  const firstTrained = layers.findIndex(hasWeights);

  let before = inputShape(layers);
  let wire = { at: space.take(most * PIXELS), gradient: space.take(most * PIXELS) };
  const input = wire.at;
  let latent = { ...wire, size: PIXELS };
  const trained: TrainedLayer[] = [];
  for (const [index, layer] of layers.entries()) {
    const after = shapes.value[index];
    // Flattening moves no number: both sides are the same wire.
    const next = isView(layer, masks)
      ? wire
      : { at: space.take(most * sizeOf(after)), gradient: space.take(most * sizeOf(after)) };
    const wires: Wires = { x: wire.at, dx: wire.gradient, y: next.at, dy: next.gradient };
    const tensor = (role: "weight" | "bias") => parameters.tensor(`${index}.${role}`);
    trained.push(trainLayer(layer, { kernels, space, wires, before, after, most, tensor }, masks));
    wire = next;
    before = after;
    if (index === latentAfter) latent = { ...wire, size: sizeOf(after) };
  }
  const { latentL1 } = spec.loss;

  return {
    input,
    latentSize: latent.size,
    prepare() {
      for (const layer of trained) layer.prepare();
    },
    learn(n, batch) {
      for (const layer of trained) layer.forward(n);
      const squares = kernels.squaredError(wire.at, input, wire.gradient, n * PIXELS, 2 / (batch * PIXELS));
      const absolutes = latentL1 === 0 ? 0 : kernels.sumAbsolute(latent.at, n * latent.size);
      for (let index = layers.length - 1; index >= firstTrained; index--) {
        // The penalty joins where the gradient of the latent is whole, and no later layer writes there again.
        if (index === latentAfter && latentL1 !== 0) {
          kernels.addSigns(latent.at, latent.gradient, n * latent.size, latentL1 / (batch * latent.size));
        }
        trained[index].backward(n, index > firstTrained);
      }
      return { squares, absolutes };
    },
    finish() {
      for (const layer of trained) layer.finish();
    },
    score(n) {
      for (const layer of trained) layer.forward(n);
      return Float64Array.from({ length: n }, (_, i) => {
        const [output, image, gradient] = [wire.at, input, wire.gradient].map((at) => at + 4 * i * PIXELS);
        return kernels.squaredError(output, image, gradient, PIXELS, 0) / PIXELS;
      });
    },
  };
}

/** A layer that leaves its numbers where they are. */
const VIEW = layerOf({ forward() {}, backward() {} });

function hasWeights({ kind }: Layer): boolean {
  return kind === "linear" || kind === "conv2d" || kind === "convTranspose2d";
}

function isView({ kind }: Layer, masks: Mt19937 | null): boolean {
  return kind === "flatten" || kind === "unflatten" || (kind === "dropout" && masks === null);
}

function trainLayer(layer: Layer, bench: Bench, masks: Mt19937 | null): TrainedLayer {
  switch (layer.kind) {
    case "linear":
      return trainLinear(layer, bench);
    case "conv2d":
      return trainConvolution(layer, bench);
    case "convTranspose2d":
      return trainTransposed(layer, bench);
    case "maxPool2d":
      return trainMaxPool(layer, bench);
    case "upsample2d":
      return trainUpsample(layer, bench);
    case "relu":
      return trainLeakyRelu(0, bench);
    case "leakyRelu":
      return trainLeakyRelu(layer.negativeSlope, bench);
    case "sigmoid":
      return trainSigmoid(bench);
    case "tanh":
      return trainTanh(bench);
    case "dropout":
      if (masks === null) return VIEW;
      return trainDropout(bench, (mask) => {
        const keep = 1 / (1 - layer.p);
        for (let i = 0; i < mask.length; i++) mask[i] = masks.nextUint32() / 2 ** 32 < layer.p ? 0 : keep;
      });
    case "flatten":
    case "unflatten":
      return VIEW;
    default:
      return layer satisfies never;
  }
}
