import type { ExperimentSpec } from "./experiment.ts";
import type { Layer } from "./layers.ts";
import { layerShapes, sizeOf } from "./shapes.ts";

type Model = ExperimentSpec["model"];

/** The numbers (linear) or channels (convolution) of the latent; null where no one layer with weights sets it. */
export function latentWidth({ model }: Pick<ExperimentSpec, "model">): number | null {
  const index = latentLayer(model);
  const layer = index === null ? undefined : model.layers[index];
  return layer !== undefined && hasWidth(layer) ? layer.out : null;
}

/** How many numbers the latent of one image holds: the hidden size, or 64 for each kernel that keeps 8x8. */
export function latentSize({ layers, latentAfter }: Model): number {
  const shapes = layerShapes(layers);
  return shapes.ok ? sizeOf(shapes.value[latentAfter]) : 0;
}

/** How many numbers of one image pass the narrowest place of a model, be it the latent or not; at most the image's own 64. */
export function narrowestSize({ layers }: Model): number {
  const shapes = layerShapes(layers);
  return shapes.ok ? Math.min(...shapes.value.map(sizeOf)) : 0;
}

/** The layers with another latent width: the one that makes the latent and the next that reads it change. Null where there are no such two. */
export function layersOfWidth(model: Model, width: number): Layer[] | null {
  const from = latentLayer(model);
  const to = from === null ? -1 : model.layers.findIndex((layer, i) => i > from && hasWidth(layer));
  if (from === null || to < 0) return null;
  return model.layers.map((layer, i): Layer => {
    if (i === from && hasWidth(layer)) return { ...layer, out: width };
    return i === to && hasWidth(layer) ? { ...layer, in: width } : layer;
  });
}

/** The last layer with a width at or before `latentAfter`; activations after it do not change the width. */
function latentLayer({ layers, latentAfter }: Model): number | null {
  const index = layers.findLastIndex((layer, i) => i <= latentAfter && hasWidth(layer));
  return index < 0 ? null : index;
}

function hasWidth(layer: Layer): layer is Extract<Layer, { in: number; out: number }> {
  return layer.kind === "linear" || layer.kind === "conv2d" || layer.kind === "convTranspose2d";
}
