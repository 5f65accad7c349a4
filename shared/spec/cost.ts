import { DIGITS_COUNT } from "../dataset/digits.ts";
import type { ExperimentSpec } from "./experiment.ts";
import type { Layer } from "./layers.ts";
import { inputShape, layerShapes, type Shape, sizeOf } from "./shapes.ts";

/** Multiply-adds of one image's forward pass; `shapes` are the shapes after each layer. */
export function forwardMacs(layers: readonly Layer[], shapes: readonly Shape[]): number {
  let before = inputShape(layers);
  let macs = 0;
  for (const [index, layer] of layers.entries()) {
    const after = shapes[index] ?? before;
    macs += layerMacs(layer, sizeOf(before), sizeOf(after));
    before = after;
  }
  return macs;
}

/** Multiply-adds of training on every train image, epoch by epoch: forwards, and twice that backwards. */
export function trainingMacs({ model, epochs, dataset }: ExperimentSpec): number {
  const shapes = layerShapes(model.layers);
  if (!shapes.ok) return Number.POSITIVE_INFINITY;
  const { split } = dataset;
  const share = split.kind === "random" ? 1 - split.testFraction : 0.1;
  return 3 * forwardMacs(model.layers, shapes.value) * epochs * share * DIGITS_COUNT;
}

function layerMacs(layer: Layer, before: number, after: number): number {
  switch (layer.kind) {
    case "linear":
      return layer.in * layer.out;
    case "conv2d":
      return after * layer.in * layer.kernel ** 2;
    case "convTranspose2d":
      return before * layer.out * layer.kernel ** 2;
    default:
      return after;
  }
}
