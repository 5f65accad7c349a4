import type { Kernels } from "../kernels/kernels.ts";
import { referenceScoring, type Scoring } from "../metrics/evaluate.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { makeChainScore } from "./chain-score.ts";
import { isLinearChain } from "./moments.ts";

/** Scores a model from second moments on the kernels, where it is a chain of linear layers; images one by one in plain JavaScript. */
export function scoringOfMeans(model: ExperimentSpec["model"], weights: Weights, kernels: Kernels): Scoring {
  const { layers } = model;
  const reference = referenceScoring(model, weights);
  return {
    ...reference,
    openMeanSquareError: () =>
      isLinearChain(layers) ? makeChainScore(layers, weights, kernels) : reference.openMeanSquareError(),
  };
}
