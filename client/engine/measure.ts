import type { Digits } from "../../shared/dataset/digits.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { measureWeights, type WeightMeasures } from "../../shared/training/measure-weights.ts";
import { openKernels } from "./kernels-in-browser.ts";

/** A model at several places of its training. */
export type Stations = { readonly spec: ExperimentSpec; readonly weights: readonly Weights[] };

/** Errors and slope at each. */
export async function measure(
  { spec, weights }: Stations,
  digits: Digits,
): Promise<readonly WeightMeasures[]> {
  const kernels = await openKernels();
  return weights.map((one) => measureWeights(spec, one, { digits, kernels }));
}
