import type { Layer } from "../../../shared/spec/layers.ts";
import type { Shape } from "../../../shared/spec/shapes.ts";
import { volumeOf } from "../interpreter/dims.ts";
import type { Flow } from "../interpreter/value.ts";
import { imageOf } from "../torch/apply.ts";

/** The layers of a spec, and for each the step of forward that it came of. */
export type Chain = { readonly layers: readonly Layer[]; readonly flows: readonly Flow[] };

/**
 * A spec's layers for a chain of steps. PyTorch's axes of one and its reshapes are more than a spec has: there an image is a row
 * of numbers or [channels, height, width], and enters as either. Where the next layer needs the other form, a flatten
 * or an unflatten is put before it; reshapes before the first and after the last layer that cares need none.
 */
export function buildLayers(chain: readonly Flow[]): Chain {
  const layers: Layer[] = [];
  const flows: Flow[] = [];
  // Null until a layer cares: the image may still enter as either.
  let shape: Shape | null = null;
  for (const flow of chain) {
    const { step } = flow;
    if (step === null) continue;
    const needed = neededShape(step.layer, step.before);
    for (const layer of needed === null ? [] : conversions(shape, needed)) {
      layers.push(layer);
      flows.push(flow);
    }
    layers.push(step.layer);
    flows.push(flow);
    if (needed !== null) shape = shapeGiven(step.layer, step.after);
  }
  return { layers, flows };
}

type Dims = NonNullable<Flow["step"]>["before"];

/** The form in which a layer takes its input; null where any form will do. */
function neededShape(layer: Layer, before: Dims): Shape | null {
  switch (layer.kind) {
    case "linear":
    case "unflatten":
      return [sizeOf(before)];
    case "conv2d":
    case "convTranspose2d":
    case "maxPool2d":
    case "upsample2d":
      return imageOf(before);
    case "flatten":
      return imageOf(before) ?? [sizeOf(before)];
    default:
      return null;
  }
}

function shapeGiven(layer: Layer, after: Dims): Shape {
  return layer.kind === "linear" || layer.kind === "flatten"
    ? [sizeOf(after)]
    : (imageOf(after) ?? [sizeOf(after)]);
}

function conversions(shape: Shape | null, needed: Shape): readonly Layer[] {
  if (shape?.join() === needed.join()) return [];
  if (shape === null && (needed.length === 1 || needed.join() === "1,8,8")) return [];
  const flat: Layer[] = shape?.length === 3 ? [{ kind: "flatten" }] : [];
  return needed.length === 1 ? flat : [...flat, { kind: "unflatten", shape: [...needed] }];
}

/** Numbers of one example. */
function sizeOf(dims: Dims): number {
  return volumeOf(dims)?.size ?? 0;
}
