import type { Digits } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { mean } from "../metrics/reconstruction-error.ts";
import { isAffine } from "../model/affine-map.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { gradientNorm } from "./gradient-norm.ts";
import { scoringOnKernels } from "./score-on-kernels.ts";
import { testMoments, trainMoments } from "./second-moments.ts";

/** What can be told of a model at one place of its training, all in evaluation mode. */
export type WeightMeasures = {
  readonly trainMse: number;
  readonly testMse: number;
  /** Of what training makes small, on all train images. */
  readonly gradientNorm: number;
};

/** The errors of `evaluate` and the slope at some weights; an affine model's from second moments, whatever the number of images. */
export function measureWeights(
  spec: ExperimentSpec,
  weights: Weights,
  { digits, kernels }: { readonly digits: Digits; readonly kernels: Kernels },
): WeightMeasures {
  return {
    ...errors(spec, weights, { digits, kernels }),
    gradientNorm: gradientNorm(spec, weights, { digits, kernels }),
  };
}

function errors(
  { dataset, model }: ExperimentSpec,
  weights: Weights,
  { digits, kernels }: { readonly digits: Digits; readonly kernels: Kernels },
): Pick<WeightMeasures, "trainMse" | "testMse"> {
  const scoring = scoringOnKernels(model, weights, kernels);
  if (isAffine(model)) {
    const meanSquareError = scoring.openMeanSquareError();
    return {
      trainMse: meanSquareError(trainMoments(dataset, digits)),
      testMse: meanSquareError(testMoments(dataset, digits)),
    };
  }
  const { train, test } = readExamples(dataset, digits);
  const score = scoring.openScorer();
  return { trainMse: mean(score(train)), testMse: mean(score(test)) };
}
