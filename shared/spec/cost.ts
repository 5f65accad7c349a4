import type { Layer } from "./layers.ts";
import { inputShape, type Shape, sizeOf } from "./shapes.ts";

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
