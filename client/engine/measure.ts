import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { measureWeights, type WeightMeasures } from "../../shared/training/measure-weights.ts";
import { openKernels } from "./kernels-in-browser.ts";

/** A model at several places of its training. */
export type Stations = { readonly spec: ExperimentSpec; readonly weights: readonly Weights[] };

/** One for all questions: a measurement never waits between two uses of it, and its memory can be as large as a model's. */
let opening: Promise<Kernels> | null = null;

/** Errors and slope at each. */
export async function measure(
  { spec, weights }: Stations,
  digits: Digits,
): Promise<readonly WeightMeasures[]> {
  opening ??= openKernels();
  const kernels = await opening;
  return weights.map((one) => measureWeights(spec, one, { digits, kernels }));
}
