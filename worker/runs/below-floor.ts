import type { ApiError } from "../../shared/api/errors.ts";
import type { Metrics, RunUpload } from "../../shared/api/runs.ts";
import { PIXELS } from "../../shared/dataset/digits.ts";
import { METRIC_TOLERANCE_RELATIVE } from "../../shared/limits.ts";
import { isAffine } from "../../shared/model/affine-map.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { layerShapes, sizeOf } from "../../shared/spec/shapes.ts";

/** The PCA floor of a data set's test images for models through so many numbers. */
export type FloorOf = (dataset: ExperimentSpec["dataset"], numbers: number) => number;

/**
 * The refusal of a test error that no weights of this model can have: an affine map through h numbers stays above the PCA floor
 * of the test images. Null for a possible claim, and for any model with a non-linearity, which the floor does not bind. The
 * floor is asked for only where a claim is lower than the Worker's own number, so honest runs do not pay for it.
 */
export function refuseBelowFloor(
  { spec, metrics: claimed }: RunUpload,
  own: Metrics,
  floorOf: FloorOf,
): ApiError | null {
  const least = 1 - METRIC_TOLERANCE_RELATIVE;
  if (claimed.testMse >= least * own.testMse || !isAffine(spec.model)) return null;
  const numbers = narrowest(spec);
  const floor = floorOf(spec.dataset, numbers);
  if (claimed.testMse >= least * floor) return null;
  return {
    reason: "invalid",
    field: "metrics.testMse",
    message: `metrics.testMse: expected at least ${floor.toPrecision(6)}, the PCA floor: no linear model through ${numbers} numbers has less on these test images. You sent ${claimed.testMse.toPrecision(6)}; your weights give ${own.testMse.toPrecision(6)}. Nothing was stored; send the number that your weights give.`,
  };
}

/** The fewest numbers that an image passes through on its way. */
function narrowest({ model }: ExperimentSpec): number {
  const shapes = layerShapes(model.layers);
  return shapes.ok ? Math.min(PIXELS, ...shapes.value.map(sizeOf)) : PIXELS;
}
