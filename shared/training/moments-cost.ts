import type { ExperimentSpec } from "../spec/experiment.ts";
import { MOMENTS_SIDE } from "./second-moments.ts";

/** Multiply-adds of exact training; what it costs does not depend on the number of images. */
export function momentsMacs({ model, epochs }: ExperimentSpec): number {
  const perEpoch = model.layers.reduce((sum, layer) => {
    if (layer.kind === "linear") return sum + 3 * MOMENTS_SIDE * layer.in * layer.out;
    return layer.kind === "conv2d" ? sum + layer.in * layer.out * layer.kernel ** 4 : sum;
  }, MOMENTS_SIDE ** 3);
  return epochs * perEpoch;
}
