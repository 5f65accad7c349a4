import type { Digits } from "../../shared/dataset/digits.ts";
import { type ScoreQuestion, scoreAnomalies } from "../../shared/metrics/anomaly-scores.ts";
import { rebuild } from "../../shared/metrics/rebuild.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { testFloors } from "../../shared/training/pca-floor.ts";

type Model = { readonly spec: ExperimentSpec; readonly weights: Weights };

/** What pages ask of the digits or of a model that takes a processor longer than a frame: pure functions, run beside the page. */
const ANALYSES = {
  /** The PCA floors of a data set's test images, [65], by width. */
  floors: ({ dataset }: { readonly dataset: ExperimentSpec["dataset"] }, digits: Digits) =>
    testFloors(dataset, digits),
  scores: (question: Omit<ScoreQuestion, "digits">, digits: Digits) =>
    scoreAnomalies({ ...question, digits }),
  /** What a model makes of every image. */
  rebuilt: (model: Model, digits: Digits) => rebuild({ ...model, digits }),
};

export type AnalysisName = keyof typeof ANALYSES;
export type Question<Name extends AnalysisName> = Parameters<(typeof ANALYSES)[Name]>[0];
export type Finding<Name extends AnalysisName> = ReturnType<(typeof ANALYSES)[Name]>;

/** A question with the data that it is about. */
export type Inquiry<Name extends AnalysisName> = {
  readonly name: Name;
  readonly question: Question<Name>;
  readonly digits: Digits;
};

export function analyze<Name extends AnalysisName>({ name, question, digits }: Inquiry<Name>): Finding<Name> {
  const table: {
    readonly [N in AnalysisName]: (question: Question<N>, digits: Digits) => Finding<N>;
  } = ANALYSES;
  return table[name](question, digits);
}

/** The numbers that a finding is made of: handed over between threads, not copied. */
export function buffersOf(finding: unknown): readonly ArrayBuffer[] {
  if (ArrayBuffer.isView(finding)) return finding.buffer instanceof ArrayBuffer ? [finding.buffer] : [];
  if (typeof finding !== "object" || finding === null) return [];
  return [...new Set(Object.values(finding).flatMap(buffersOf))];
}
