import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { trainBySimd } from "../../../shared/training/simd/train.ts";
import { digits } from "../digits.ts";

/** Trains a spec on the digits by the kernels: every epoch's loss, and the last weights. */
export function trainOnKernels(spec: ExperimentSpec): { trainLoss: number[]; weights: Weights } {
  const { train } = splitExamples(spec.dataset.split, digits.labels);
  const images = takeImages(scaleImages(digits, spec.dataset.scaling), train);
  const trainLoss: number[] = [];
  let weights: Weights = new Map();
  for (const step of trainBySimd(spec, images, openKernels())) {
    if (step.trainLoss === null) continue;
    trainLoss.push(step.trainLoss);
    if (step.epoch === spec.epochs - 1) weights = step.weights();
  }
  return { trainLoss, weights };
}
