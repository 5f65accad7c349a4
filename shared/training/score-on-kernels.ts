import type { Kernels } from "../kernels/kernels.ts";
import type { Scoring } from "../metrics/evaluate.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { scoringOfMeans } from "./score-of-means.ts";
import { makeScorerOnKernels } from "./simd/score.ts";

/** Scores a model on the kernels that trained it: faster than by plain JavaScript, most of all before that is compiled. */
export function scoringOnKernels(
  model: ExperimentSpec["model"],
  weights: Weights,
  kernels: Kernels,
): Scoring {
  return {
    ...scoringOfMeans(model, weights, kernels),
    openScorer: () => makeScorerOnKernels(model, weights, kernels),
  };
}
