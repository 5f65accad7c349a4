import { PIXELS } from "../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../shared/spec/experiment.ts";
import { canonicalJson } from "../shared/spec/identity.ts";
import { latentSize, layersOfWidth } from "../shared/spec/latent-width.ts";
import { testFloors } from "../shared/training/pca-floor.ts";
import { readDigits } from "./digits.ts";

const known = new Map<string, Float64Array>();

/** The PCA floor of a spec's test images at another width, for the numbers that its latent then holds: 64 a kernel. */
export function floorAt(spec: ExperimentSpec, width: number): number {
  const layers = layersOfWidth(spec.model, width) ?? spec.model.layers;
  const size = latentSize({ ...spec.model, layers });
  return floorOf(spec.dataset, size);
}

/** The PCA floor of a data set's test images for models through so many numbers. */
export function floorOf(dataset: ExperimentSpec["dataset"], numbers: number): number {
  return floorsOf(dataset)[Math.min(numbers, PIXELS)] ?? 0;
}

/** Computed once for each data set that a course uses. */
function floorsOf(dataset: ExperimentSpec["dataset"]): Float64Array {
  const key = canonicalJson(dataset);
  const floors = known.get(key) ?? testFloors(dataset, readDigits());
  known.set(key, floors);
  return floors;
}
