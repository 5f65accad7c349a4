import { layerOutputs } from "../../../shared/model/forward.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import type { Shape } from "../../../shared/spec/shapes.ts";
import type { Pictures } from "../../parts/pictures.ts";

/** What a layer makes of an image: a picture a channel, or a square a number. */
export type Stage = {
  readonly layer: Layer;
  readonly shape: Shape;
  readonly pictures: Pictures;
  /** Whether this layer's output is the latent. */
  readonly isLatent: boolean;
  /** Whether it is the reconstruction. */
  readonly isLast: boolean;
};

/** What each layer makes of one image [64], in the spec's scaling. */
export function stagesOf(
  model: ExperimentSpec["model"],
  weights: Weights,
  image: Float32Array,
): readonly Stage[] {
  const { layers, latentAfter } = model;
  return Array.from(layerOutputs(model, weights, Float64Array.from(image)), ({ shape, data }, i) => {
    const isLast = i === layers.length - 1;
    const [layer] = layers.slice(i);
    if (layer === undefined) throw new RangeError(`this model has no layer ${i}`);
    return { layer, shape, isLatent: i === latentAfter, isLast, pictures: asPictures(data, shape, isLast) };
  });
}

/** A reconstruction is an image, whatever shape it left the last layer in. */
function asPictures(values: Float64Array, shape: Shape, isLast: boolean): Pictures {
  if (isLast) return { values, count: 1, height: 8, width: 8 };
  const [count, height = 1, width = 1] = shape;
  return { values, count, height, width };
}
