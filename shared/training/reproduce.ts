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
  let last: Weights | undefined;
  for (const step of steps({ spec, engine, digits, openKernels })) {
    if (step.trainLoss !== null && !agree(step.trainLoss, trainLoss[step.epoch])) return false;
    if (step.epoch === spec.epochs - 1 && step.trainLoss !== null) last = step.weights();
  }
  return last !== undefined && Array.from(last).every(([name, values]) => equal(values, weights.get(name)));
}

/** What training again is made of. */
type Again = {
  readonly spec: ExperimentSpec;
  readonly engine: EngineName;
  readonly digits: Digits;
  readonly openKernels: () => Kernels;
};

/** The weights that `spec` and its seed give on `engine`, and the losses on the way. Throws TypeError as `reproduces` does. */
export function retrain(again: Again): { readonly weights: Weights; readonly trainLoss: readonly number[] } {
  const trainLoss: number[] = [];
  let weights: Weights = new Map();
  for (const step of steps(again)) {
    if (step.trainLoss === null) continue;
    trainLoss.push(step.trainLoss);
    if (step.epoch === again.spec.epochs - 1) weights = step.weights();
  }
  return { weights, trainLoss };
}

function steps({ spec, engine, digits, openKernels }: Again) {
  if (!canReproduce(spec, engine))
    throw new TypeError("only training of bounded cost on the processor can be repeated");
  return engine === "moments" ? byMoments(spec, digits, openKernels()) : bySimd(spec, digits, openKernels());
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
