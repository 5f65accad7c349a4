import type { Metrics } from "../api/runs.ts";
import type { Digits } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { evaluate } from "../metrics/evaluate.ts";
import { Mt19937 } from "../random/mt19937.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { trainByMoments } from "../training/moments.ts";
import { canReproduce } from "../training/reproduction-cost.ts";
import { MOMENTS_SIDE, type SecondMoments, secondMoments, trainMoments } from "../training/second-moments.ts";
import { DISTURBED_TRAININGS, GAP_SIGMAS } from "./gap-bounds.ts";

/**
 * The gap of a run is its test error minus its train error. What a spec and its seed give is known for every model that can be
 * trained by second moments: train it. Only rounding may then move a run's gap, and how far is measured by training with
 * the moments disturbed.
 */
export type HonestGap = {
  readonly trainMse: number;
  readonly testMse: number;
  /** testMse - trainMse. */
  readonly gap: number;
  /** How far rounding moves the gap: one standard deviation. */
  readonly sigma: number;
};

export type Means = { readonly digits: Digits; readonly openKernels: () => Kernels };

/** What each moment is disturbed by, relative: some hundred times what float32 rounds off. */
const DISTURBANCE = 1e-5;
/** Below this share of the test error no difference counts: losses on WebGPU may differ by as much (docs/exact-numbers.md). */
const LEAST_SIGMA = 1e-4;

/** Whether the honest gap of a spec is known: a linear model on the full batch, a random split, and training that is not long. */
export function hasHonestGap(spec: ExperimentSpec): boolean {
  return spec.dataset.split.kind === "random" && canReproduce(spec, "moments");
}

/** Trains a spec honestly, from its seed. Null where the loss does not stay a number. Throws TypeError where `hasHonestGap` is false. */
export function measureHonestGap(spec: ExperimentSpec, means: Means): HonestGap | null {
  if (!hasHonestGap(spec))
    throw new TypeError("this spec cannot be trained by second moments in bounded time");
  const moments = trainMoments(spec.dataset, means.digits);
  const { trainMse, testMse } = measure(spec, moments, means);
  const gap = testMse - trainMse;
  const noisy = Array.from({ length: DISTURBED_TRAININGS }, (_, i) => {
    const one = measure(spec, disturb(moments, i), means);
    return one.testMse - one.trainMse - gap;
  });
  const moved = Math.sqrt(noisy.reduce((sum, one) => sum + one * one, 0) / noisy.length);
  const honest = { trainMse, testMse, gap, sigma: Math.max(moved, LEAST_SIGMA * testMse) };
  return Object.values(honest).every(Number.isFinite) ? honest : null;
}

/** How many sigmas a run's gap is from the honest one, and whether that is too far. */
export function judgeGap(
  { trainMse, testMse }: Pick<Metrics, "trainMse" | "testMse">,
  honest: Pick<HonestGap, "gap" | "sigma">,
): { readonly sigmas: number; readonly isFlagged: boolean } {
  const sigmas = (testMse - trainMse - honest.gap) / honest.sigma;
  return { sigmas, isFlagged: Math.abs(sigmas) > GAP_SIGMAS };
}

/** The gap that a spec has from another seed: of honest training, and of training on the test images too. */
export type SeedGap = { readonly seed: number; readonly honest: number; readonly onAll: number };

export function measureSeedGap(spec: ExperimentSpec, { digits, openKernels }: Means): SeedGap {
  const gapOf = (moments: SecondMoments) => {
    const { trainMse, testMse } = measure(spec, moments, { digits, openKernels });
    return testMse - trainMse;
  };
  return {
    seed: spec.seed,
    honest: gapOf(trainMoments(spec.dataset, digits)),
    onAll: gapOf(secondMoments(scaleImages(digits, spec.dataset.scaling))),
  };
}

function measure(spec: ExperimentSpec, moments: SecondMoments, { digits, openKernels }: Means): Metrics {
  const training = trainByMoments(spec, moments, openKernels());
  let step = training.next();
  while (step.done !== true) step = training.next();
  return evaluate({ spec, weights: step.value, digits });
}

function disturb(moments: SecondMoments, which: number): SecondMoments {
  const twister = new Mt19937(which);
  const disturbed = moments.slice();
  for (let i = 0; i < MOMENTS_SIDE; i++) {
    for (let j = i; j < MOMENTS_SIDE; j++) {
      const factor = 1 + DISTURBANCE * ((2 * twister.nextUint32()) / 2 ** 32 - 1);
      disturbed[i * MOMENTS_SIDE + j] *= factor;
      if (i !== j) disturbed[j * MOMENTS_SIDE + i] *= factor;
    }
  }
  return disturbed;
}
