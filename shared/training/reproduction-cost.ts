import type { EngineName } from "../api/runs.ts";
import {
  MAX_MOMENTS_REPRODUCTION_MACS,
  MAX_REPRODUCTION_ACTIVATION_BYTES,
  MAX_SIMD_REPRODUCTION_MACS,
} from "../limits.ts";
import { trainingMacs } from "../spec/cost.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { layerShapes, sizeOf } from "../spec/shapes.ts";
import { canTrainByMoments } from "./moments.ts";
import { momentsMacs } from "./moments-cost.ts";
import { IMAGES_AT_ONCE } from "./simd/model.ts";

/** Whether `engine` gives the same bits on every machine and training `spec` again stays within the Worker's limits. */
export function canReproduce(spec: ExperimentSpec, engine: EngineName): boolean {
  if (engine === "moments")
    return canTrainByMoments(spec) && momentsMacs(spec) <= MAX_MOMENTS_REPRODUCTION_MACS;
  return (
    engine === "simd" &&
    trainingMacs(spec) <= MAX_SIMD_REPRODUCTION_MACS &&
    activationBytes(spec) <= MAX_REPRODUCTION_ACTIVATION_BYTES
  );
}

function activationBytes({ model }: ExperimentSpec): number {
  const shapes = layerShapes(model.layers);
  if (!shapes.ok) return Number.POSITIVE_INFINITY;
  return shapes.value.reduce((sum, shape) => sum + 2 * 4 * IMAGES_AT_ONCE * sizeOf(shape), 0);
}
