import type { Digits } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { splitExamples, takeImages } from "../dataset/split.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { aurocOfSorted } from "./auroc.ts";
import { makeScorer } from "./evaluate.ts";
import { reconstructionErrors, squareErrors } from "./reconstruction-error.ts";

/** What a score is of: an image (its mean square error), or one pixel of one image (its square error). */
export type ScoreUnit = "image" | "pixel";

/** How well a model's errors tell what it knows from the rest. Both sides are sorted, smallest first. */
export type AnomalyScores = {
  readonly normal: Float64Array;
  readonly anomaly: Float64Array;
  /** Of these scores, so of pixels where they are of pixels. */
  readonly auroc: number;
};

export type ScoreQuestion = {
  readonly spec: ExperimentSpec;
  readonly weights: Weights;
  readonly digits: Digits;
  /** The class where the run was trained on all digits. */
  readonly asked: Extract<ExperimentSpec["dataset"]["split"], { kind: "oneDigit" }>;
  readonly per: ScoreUnit;
};

/** Scores every image in and out of the class that the run was trained on; of that, the held-out images where some were. */
export function scoreAnomalies({ spec, weights, digits, asked, per }: ScoreQuestion): AnomalyScores {
  const { split, scaling } = spec.dataset;
  const images = scaleImages(digits, scaling);
  const { train, test, heldOut } = splitExamples(split.kind === "oneDigit" ? split : asked, digits.labels);
  const score = makeScorer(spec.model, weights, per === "image" ? reconstructionErrors : squareErrors);
  const normal = score(takeImages(images, heldOut.length === 0 ? train : heldOut)).sort();
  const anomaly = score(takeImages(images, test)).sort();
  return { normal, anomaly, auroc: aurocOfSorted(normal, anomaly) };
}
