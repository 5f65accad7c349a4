import { createResource } from "solid-js";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { loadDigits } from "./digits.ts";

type Dataset = ExperimentSpec["dataset"];

/** The PCA floors of a data set's test images, [65], null until they are computed. The linear algebra loads on demand. */
export function createFloors(dataset: () => Dataset | null): () => Float64Array | null {
  const key = () => {
    const now = dataset();
    return now === null ? null : JSON.stringify(now);
  };
  const [floors] = createResource(key, async () => {
    const now = dataset();
    if (now === null) return null;
    const [{ testFloors }, digits] = await Promise.all([
      import("../../shared/training/pca-floor.ts"),
      loadDigits(),
    ]);
    return testFloors(now, digits);
  });
  return () => (floors.state === "ready" ? floors() : null);
}
