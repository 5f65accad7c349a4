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
import { NO_SUMS, type Part, type PartRange, type Sums } from "./team.ts";

/** Images that go through the layers together: few enough that what lies between the layers stays in the cache. */
export const IMAGES_AT_ONCE = 32;

/** Images whose numbers a block of gradients takes together: few enough for the first cache. */
const GATHERED_AT_ONCE = 128;

/** A model's layers wired up in the kernels' memory. */
export type Model = {
  /** Where images [n, 64] go in: those of each part after those of the part before. */
  readonly input: number;
  readonly latentSize: number;
  /** Once before each step, and before `score`: of some layers. */
  prepare(part: Part): void;
  /** The sums of a part of `images` images in `input`, and what they give to all gradients but those of dense layers. */
  pass(images: number, batch: number, part: Part): Sums;
  /** Adds what parts of `images` images, which have passed, give to a block of the gradients of dense layers. */
  gather(parts: PartRange, images: number, block: Part): void;
  /** Once after each step's last images. */
  finish(): void;
  /** The mean square error of each of n images in `input`. After `prepare`. */
  score(n: number): Float64Array;
};

/** Whether several threads may do the parts of a model: its layers write nothing that a second part writes, and draw no masks. */
export function isDivisible({ layers }: ExperimentSpec["model"]): boolean {
  return layers.every(({ kind }) => DIVISIBLE.has(kind));
}

const DIVISIBLE: ReadonlySet<Layer["kind"]> = new Set([
  "linear",
  "relu",
  "leakyRelu",
  "sigmoid",
  "tanh",
  "flatten",
  "unflatten",
]);

/** A layer's output with its gradient, image after image. */
type Wire = { readonly at: number; readonly gradient: number; readonly size: number };

/**
 * In `parts` parts with IMAGES_AT_ONCE images each, side by side; more than one only where `isDivisible`. `masks` draws what dropout
 * keeps; null where a model is scored, which drops nothing. Throws TypeError for layers whose shapes do not
 * meet; a parsed spec's do.
 */
export function wireModel(
  spec: Pick<ExperimentSpec, "model" | "loss">,
  {
    kernels,
    space,
    parameters,
    masks,
    parts = 1,
  }: { kernels: Kernels; space: Space; parameters: Parameters; masks: Mt19937 | null; parts?: number },
): Model {
  const { layers, latentAfter } = spec.model;
  const { latentL1 } = spec.loss;
  const result = layerShapes(layers);
  if (!result.ok) throw new TypeError(`model.layers[${result.error.layer}]: ${result.error.message}`);
  const shapes = result.value;
  const firstTrained = layers.findIndex(hasWeights);
  const all = parts * IMAGES_AT_ONCE;
  const takeWire = (size: number): Wire => ({
    at: space.take(all * size),
    gradient: space.take(all * size),
    size,
  });

  const input = takeWire(PIXELS);
  const outputs: Wire[] = [];
  for (const [index, layer] of layers.entries()) {
    // Flattening moves no number: both sides are the same wire.
    const last = outputs.at(-1) ?? input;
    outputs.push(isView(layer, masks) ? last : takeWire(sizeOf(shapes[index])));
  }
  const [output, latent] = [outputs.at(-1) ?? input, outputs[latentAfter]];

  const turned = layers.map((layer) => (layer.kind === "linear" ? space.take(layer.in * layer.out) : 0));

  /** The layers of one part: each on its own images, with what it needs beside them. */
  function wirePart(index: number): readonly TrainedLayer[] {
    let [before, x] = [inputShape(layers), partOf(input, index)];
    return layers.map((layer, at) => {
      const [after, y] = [shapes[at], partOf(outputs[at], index)];
      const wires: Wires = { x: x.at, dx: x.gradient, y: y.at, dy: y.gradient };
      const tensor = (role: "weight" | "bias") => parameters.tensor(`${at}.${role}`);
      const room = { before, after, most: IMAGES_AT_ONCE, turned: turned[at] };
      const bench: Bench = { kernels, space, wires, tensor, ...room };
      [before, x] = [after, y];
      return trainLayer(layer, bench, masks);
    });
  }
  const chains = Array.from({ length: parts }, (_, index) => wirePart(index));
  const [whole] = chains;

  return {
    input: input.at,
    latentSize: latent.size,
    prepare({ index, of }) {
      for (let at = index; at < whole.length; at += of) whole[at].prepare();
    },
    pass(images, batch, { index }) {
      const n = Math.min(images - index * IMAGES_AT_ONCE, IMAGES_AT_ONCE);
      if (n <= 0) return NO_SUMS;
      const [chain, x, y, code] = [
        chains[index],
        ...[input, output, latent].map((wire) => partOf(wire, index)),
      ];
      for (const layer of chain) layer.forward(n);
      const squares = kernels.squaredError(y.at, x.at, y.gradient, n * PIXELS, 2 / (batch * PIXELS));
      const absolutes = latentL1 === 0 ? 0 : kernels.sumAbsolute(code.at, n * code.size);
      for (let at = layers.length - 1; at >= firstTrained; at--) {
        // The penalty joins where the gradient of the latent is whole, and no later layer writes there again.
        if (at === latentAfter && latentL1 !== 0) {
          kernels.addSigns(code.at, code.gradient, n * code.size, latentL1 / (batch * code.size));
        }
        chain[at].backward(n, at > firstTrained);
      }
      return { squares, absolutes };
    },
    gather({ first, last }, images, block) {
      const start = first * IMAGES_AT_ONCE;
      const count = Math.min(images, (last + 1) * IMAGES_AT_ONCE) - start;
      if (count <= 0) return;
      for (let at = 0; at < count; at += GATHERED_AT_ONCE) {
        const some = { start: start + at, count: Math.min(GATHERED_AT_ONCE, count - at) };
        for (const layer of whole) layer.gather(some, block);
      }
    },
    finish() {
      for (const layer of whole) layer.finish();
    },
    score(n) {
      for (const layer of whole) layer.forward(n);
      return Float64Array.from({ length: n }, (_, i) => {
        const [y, image, gradient] = [output.at, input.at, output.gradient].map((at) => at + 4 * i * PIXELS);
        return kernels.squaredError(y, image, gradient, PIXELS, 0) / PIXELS;
      });
    },
  };
}

function partOf({ at, gradient, size }: Wire, index: number): Wire {
  const offset = 4 * index * IMAGES_AT_ONCE * size;
  return { at: at + offset, gradient: gradient + offset, size };
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
