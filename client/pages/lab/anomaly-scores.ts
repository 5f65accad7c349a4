import type { Digits } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { makeScorer } from "../../../shared/metrics/evaluate.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";

/** The anomaly scores of a `oneDigit` run: of the digit (the held-out ones, where some were) and of all others. */
export function scoreAnomalies(
  spec: ExperimentSpec,
  weights: Weights,
  digits: Digits,
): { readonly normal: Float64Array; readonly anomaly: Float64Array; readonly normalLabel: string } {
  const images = scaleImages(digits, spec.dataset.scaling);
  const { train, test, heldOut } = splitExamples(spec.dataset.split, digits.labels);
  const scorer = makeScorer(spec.model, weights);
  const score = (indices: Int32Array) => scorer(takeImages(images, indices));
  const { split } = spec.dataset;
  const normalLabel = split.kind === "oneDigit" ? `digit ${split.digit}` : "trained on";
  return { normal: score(heldOut.length === 0 ? train : heldOut), anomaly: score(test), normalLabel };
}
