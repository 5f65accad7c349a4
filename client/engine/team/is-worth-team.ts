import { forwardMacs, trainingMacs } from "../../../shared/spec/cost.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { layerShapes } from "../../../shared/spec/shapes.ts";
import { IMAGES_AT_ONCE, isDivisible } from "../../../shared/training/simd/model.ts";

/** Less work than this, some 50 ms, is done before another thread has begun. */
const RUN_MACS = 1_000_000_000;
/** Less work than this, some 50 us, between two meetings of the threads is hardly faster in parts. */
const PART_MACS = 1_000_000;

/** Whether threads train a spec sooner than one: a large dense model, with a part's images or more for each of two in every batch. */
export function isWorthTeam(spec: ExperimentSpec, from: { readonly epoch: number } | null = null): boolean {
  const { model, batchSize, epochs } = spec;
  const shapes = layerShapes(model.layers);
  if (!isDivisible(model) || !shapes.ok) return false;
  if (batchSize !== "full" && batchSize < 2 * IMAGES_AT_ONCE) return false;
  const left = trainingMacs(spec) * (1 - (from?.epoch ?? 0) / epochs);
  return left >= RUN_MACS && 3 * IMAGES_AT_ONCE * forwardMacs(model.layers, shapes.value) >= PART_MACS;
}
