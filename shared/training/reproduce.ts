import type { EngineName } from "../api/runs.ts";
import type { Digits } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { splitExamples, takeImages } from "../dataset/split.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { METRIC_TOLERANCE_RELATIVE } from "../limits.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { trainByMoments } from "./moments.ts";
import { canReproduce } from "./reproduction-cost.ts";
import { trainMoments } from "./second-moments.ts";
import { trainBySimd } from "./simd/train.ts";

/**
 * Trains `spec` again from its seed as `engine` did and tells whether that gives these weights, to the last bit, and these
 * losses. `openKernels` gives an instance of its own. Throws TypeError where `canReproduce` is false.
 */
export function reproduces({
  spec,
  engine,
  weights,
  trainLoss,
  digits,
  openKernels,
}: {
  spec: ExperimentSpec;
  engine: EngineName;
  weights: Weights;
  trainLoss: readonly number[];
  digits: Digits;
  openKernels: () => Kernels;
}): boolean {
  if (!canReproduce(spec, engine))
    throw new TypeError("only training of bounded cost on the processor can be repeated");
  const retrain = engine === "moments" ? byMoments : bySimd;
  let last: Weights | undefined;
  for (const step of retrain(spec, digits, openKernels())) {
    if (step.trainLoss !== null && !agree(step.trainLoss, trainLoss[step.epoch])) return false;
    if (step.epoch === spec.epochs - 1 && step.trainLoss !== null) last = step.weights();
  }
  return last !== undefined && Array.from(last).every(([name, values]) => equal(values, weights.get(name)));
}

function byMoments(spec: ExperimentSpec, digits: Digits, kernels: Kernels) {
  return trainByMoments(spec, trainMoments(spec.dataset, digits), kernels);
}

function bySimd(spec: ExperimentSpec, digits: Digits, kernels: Kernels) {
  const { train } = splitExamples(spec.dataset.split, digits.labels);
  return trainBySimd(spec, takeImages(scaleImages(digits, spec.dataset.scaling), train), kernels);
}

function agree(own: number, claimed: number): boolean {
  return Math.abs(own - claimed) <= METRIC_TOLERANCE_RELATIVE * Math.abs(own);
}

function equal(a: Float32Array, b: Float32Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, i) => value === b[i]);
}
