import type { ViewedRun } from "../../../client/views/viewed-run.ts";
import { readReference } from "../../shared/reference.ts";

/** A run that PyTorch trained, as a view is given it; its weights where the reference has them. */
export function viewedReference(name: string): ViewedRun {
  const { spec, trainLoss, metrics, lastWeights } = readReference(name);
  const weights = new Map(
    Object.entries(lastWeights ?? {}).map(([tensor, values]) => [tensor, Float32Array.from(values)]),
  );
  return { key: name, name, spec, weights, trainLoss, metrics };
}
