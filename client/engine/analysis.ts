import type { Digits } from "../../shared/dataset/digits.ts";
import {
  type AnomalyScores,
  type ScoreQuestion,
  scoreAnomalies,
} from "../../shared/metrics/anomaly-scores.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { testFloors } from "../../shared/training/pca-floor.ts";

/** What pages ask of a data set or a model that takes a processor longer than a frame. */
export type Question =
  /** The PCA floors of a data set's test images. */
  | { readonly kind: "floors"; readonly dataset: ExperimentSpec["dataset"]; readonly digits: Digits }
  | ({ readonly kind: "scores" } & ScoreQuestion);

export type Finding =
  | { readonly kind: "floors" /** [65], by width. */; readonly floors: Float64Array }
  | ({ readonly kind: "scores" } & AnomalyScores);

export function analyze(question: Question): Finding {
  switch (question.kind) {
    case "floors":
      return { kind: "floors", floors: testFloors(question.dataset, question.digits) };
    case "scores":
      return { kind: "scores", ...scoreAnomalies(question) };
    default:
      return question satisfies never;
  }
}

/** The numbers that a finding is made of: handed over between threads, not copied. */
export function buffersOf(finding: Finding): readonly ArrayBufferLike[] {
  const arrays = finding.kind === "floors" ? [finding.floors] : [finding.normal, finding.anomaly];
  return arrays.map(({ buffer }) => buffer);
}
