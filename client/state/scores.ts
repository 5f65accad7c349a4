import type { Accessor } from "solid-js";
import type { AnomalyScores, ScoreQuestion } from "../../shared/metrics/anomaly-scores.ts";
import { createAnalysis, readFinding } from "./analysis.ts";

/** A model to score; `key` tells it from others. */
export type ModelToScore = Omit<ScoreQuestion, "digits"> & { readonly key: string };

/** The anomaly scores of a model, found beside the page; the last model's stay until the next one's are here. Null before the first. */
export function createScores(model: Accessor<ModelToScore | null>): Accessor<AnomalyScores | null> {
  const analysis = createAnalysis("scores", () => {
    const asked = model();
    if (asked === null) return null;
    const { key, ...question } = asked;
    return { key: `${key} ${question.per}`, question };
  });
  return () => readFinding(analysis());
}
