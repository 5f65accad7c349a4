import { createResource } from "solid-js";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { ask as inquire } from "../engine/analyst.ts";
import { loadDigits } from "./digits.ts";

type Dataset = ExperimentSpec["dataset"];

/** Found once for all plots of a data set. */
const found = new Map<string, Promise<Float64Array>>();

/** The PCA floors of a data set's test images, [65], null until they are computed. */
export function createFloors(dataset: () => Dataset | null): () => Float64Array | null {
  const key = () => {
    const now = dataset();
    return now === null ? null : JSON.stringify(now);
  };
  const [floors] = createResource(key, async (name) => {
    const now = dataset();
    if (now === null) return null;
    const asked = found.get(name) ?? ask(now);
    found.set(name, asked);
    return await asked.catch((error: unknown) => {
      found.delete(name);
      throw error;
    });
  });
  return () => (floors.state === "ready" ? floors() : null);
}

async function ask(dataset: Dataset): Promise<Float64Array> {
  return inquire({ name: "floors", question: { dataset }, digits: await loadDigits() });
}
