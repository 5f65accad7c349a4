import type { ExperimentSpec } from "../shared/spec/experiment.ts";
import { canonicalJson } from "../shared/spec/identity.ts";
import { testFloors } from "../shared/training/pca-floor.ts";
import { readDigits } from "./digits.ts";

const known = new Map<string, Float64Array>();

/** The PCA floors of a data set's test images, computed once for each data set that a course uses. */
export function floorsOf(dataset: ExperimentSpec["dataset"]): Float64Array {
  const key = canonicalJson(dataset);
  const floors = known.get(key) ?? testFloors(dataset, readDigits());
  known.set(key, floors);
  return floors;
}
