import { type Digits, PIXELS } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { splitExamples, takeImages } from "../dataset/split.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { principalComponents } from "./principal-components.ts";

/**
 * The PCA floor of images [n * 64] for every width h from 0 to 64: the least mean square error that an affine map
 * through h numbers can reach on them, which is the sum of all but the h largest eigenvalues of their covariance, over
 * 64 pixels (Eckart and Young, 1936). Wider models have floor 0, as entry 64 has.
 */
export function pcaFloors(images: Float32Array): Float64Array {
  const { variances } = principalComponents(images);
  const floors = new Float64Array(PIXELS + 1);
  for (let width = PIXELS - 1; width >= 0; width--)
    floors[width] = floors[width + 1] + variances[width] / PIXELS;
  return floors;
}

/** The floors of a data set's test images, [65]. */
export function testFloors(dataset: ExperimentSpec["dataset"], digits: Digits): Float64Array {
  const { test } = splitExamples(dataset.split, digits.labels);
  return pcaFloors(takeImages(scaleImages(digits, dataset.scaling), test));
}
