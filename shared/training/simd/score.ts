import { PIXELS } from "../../dataset/digits.ts";
import type { Kernels } from "../../kernels/kernels.ts";
import type { Weights } from "../../model/weights.ts";
import type { ExperimentSpec } from "../../spec/experiment.ts";
import { makeSpace } from "../space.ts";
import { IMAGES_AT_ONCE, wireModel } from "./model.ts";
import { placeParameters } from "./parameters.ts";

/**
 * A function from images [n * 64] to the reconstruction error of each, by the kernels that train: float32, with the squares
 * summed in double precision, and some ten times as fast as the reference forward pass. Nothing else may train on
 * `kernels` until the last call.
 */
export function makeScorerOnKernels(
  model: ExperimentSpec["model"],
  weights: Weights,
  kernels: Kernels,
): (images: Float32Array) => Float64Array {
  const space = makeSpace(kernels);
  const parameters = placeParameters(model.layers, space);
  const wired = wireModel(
    { model, loss: { kind: "mse", latentL1: 0 } },
    { kernels, space, parameters, masks: null },
  );
  const { floats } = space.settle();
  parameters.open(floats, { weights });
  wired.prepare({ index: 0, of: 1 });
  const input = floats(wired.input, IMAGES_AT_ONCE * PIXELS);
  return (images) => {
    const errors = new Float64Array(images.length / PIXELS);
    for (let start = 0; start < errors.length; start += IMAGES_AT_ONCE) {
      const some = images.subarray(start * PIXELS, (start + IMAGES_AT_ONCE) * PIXELS);
      input.set(some);
      errors.set(wired.score(some.length / PIXELS), start);
    }
    return errors;
  };
}
