import type { Kernels } from "../kernels/kernels.ts";
import { referenceScoring, type Scoring } from "../metrics/evaluate.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { makeChainScore } from "./chain-score.ts";
import { isLinearChain } from "./moments.ts";
import { makeScorerOnKernels } from "./simd/score.ts";

/** Scores a model on the kernels that trained it: faster than by plain JavaScript, most of all before that is compiled. */
export function scoringOnKernels(
  model: ExperimentSpec["model"],
  weights: Weights,
  kernels: Kernels,
): Scoring {
  const { layers } = model;
  return {
    openScorer: () => makeScorerOnKernels(model, weights, kernels),
    openMeanSquareError: () =>
      isLinearChain(layers)
        ? makeChainScore(layers, weights, kernels)
        : referenceScoring(model, weights).openMeanSquareError(),
  };
}
