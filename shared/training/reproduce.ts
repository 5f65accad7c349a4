import type { Digits } from "../dataset/digits.ts";
import { MAX_REPRODUCTION_MACS, METRIC_TOLERANCE_RELATIVE } from "../limits.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { canTrainByMoments, trainByMoments } from "./moments.ts";
import { MOMENTS_SIDE, trainMoments } from "./second-moments.ts";

/** Whether training `spec` again is exact and takes at most MAX_REPRODUCTION_MACS multiply-adds. */
export function canReproduce(spec: ExperimentSpec): boolean {
  return canTrainByMoments(spec) && trainingMacs(spec) <= MAX_REPRODUCTION_MACS;
}

/**
 * Trains `spec` again from its seed and tells whether that gives these weights, to the last bit, and these losses. False
 * does not accuse: another engine's float32 gives other last bits. Throws TypeError where `canReproduce` is false.
 */
export function reproduces({
  spec,
  weights,
  trainLoss,
  digits,
}: {
  spec: ExperimentSpec;
  weights: Weights;
  trainLoss: readonly number[];
  digits: Digits;
}): boolean {
  if (!canReproduce(spec)) throw new TypeError("only exact training of bounded cost can be reproduced");
  let last: Weights | undefined;
  for (const step of trainByMoments(spec, trainMoments(spec.dataset, digits))) {
    if (!agree(step.trainLoss, trainLoss[step.epoch])) return false;
    if (step.epoch === spec.epochs - 1) last = step.weights();
  }
  return last !== undefined && Array.from(last).every(([name, values]) => equal(values, weights.get(name)));
}

function agree(own: number, claimed: number): boolean {
  return Math.abs(own - claimed) <= METRIC_TOLERANCE_RELATIVE * Math.abs(own);
}

function equal(a: Float32Array, b: Float32Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, i) => value === b[i]);
}

function trainingMacs({ model, epochs }: ExperimentSpec): number {
  const parameters = model.layers.reduce((sum, layer) => {
    if (layer.kind === "linear") return sum + 3 * MOMENTS_SIDE * layer.in * layer.out;
    return layer.kind === "conv2d" ? sum + layer.in * layer.out * layer.kernel ** 4 : sum;
  }, 0);
  return epochs * (parameters + MOMENTS_SIDE ** 3);
}
