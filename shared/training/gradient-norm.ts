import type { Digits } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { Weights } from "../model/weights.ts";
import { Mt19937 } from "../random/mt19937.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { BETA_1 } from "./adam.ts";
import { canTrainByMoments, trainByMoments } from "./moments.ts";
import { trainMoments } from "./second-moments.ts";
import { trainBySimd } from "./simd/train.ts";
import type { Tensors, TrainingState } from "./training-state.ts";

/**
 * The length of the gradient, over all parameters, of what training makes small on all train images at some weights; weight decay
 * and the latent penalty are in it, and dropout drops nothing. By the kernels' own backward pass: from nothing, Adam's first
 * moment after one step is (1 - beta1) times the gradient. Throws RangeError when memory ends.
 */
export function gradientNorm(
  spec: ExperimentSpec,
  weights: Weights,
  { digits, kernels }: { readonly digits: Digits; readonly kernels: Kernels },
): number {
  const one = oneWholeStep(spec);
  const from = startAt(one, weights);
  const steps = canTrainByMoments(one)
    ? trainByMoments(one, trainMoments(one.dataset, digits), kernels, from)
    : trainBySimd(one, readExamples(one.dataset, digits).train, kernels, from);
  const { value } = steps.next();
  if (value === undefined || !("state" in value)) throw new TypeError("a training of one epoch has one step");
  let squares = 0;
  for (const moment of value.state().firstMoments.values()) {
    for (const part of moment) squares += part ** 2;
  }
  return Math.sqrt(squares) / (1 - BETA_1);
}

function oneWholeStep(spec: ExperimentSpec): ExperimentSpec {
  const layers = spec.model.layers.map((layer) => (layer.kind === "dropout" ? { ...layer, p: 0 } : layer));
  return { ...spec, epochs: 1, batchSize: "full", model: { ...spec.model, layers } };
}

function startAt({ seed }: ExperimentSpec, weights: Weights): TrainingState {
  const nothing: Tensors = new Map();
  const place = { epoch: 0, batch: 0, step: 0, lossSum: 0, order: new Mt19937(seed).save(), masks: null };
  return { ...place, weights, firstMoments: nothing, secondMoments: nothing };
}
