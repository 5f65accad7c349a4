import { type Accessor, createMemo, createResource } from "solid-js";
import type { AnomalyScores, ScoreQuestion } from "../../shared/metrics/anomaly-scores.ts";
import { findScores } from "../engine/analyst.ts";
import { loadDigits } from "./digits.ts";

/** A model to score; `key` tells it from others. */
export type ModelToScore = Omit<ScoreQuestion, "digits"> & { readonly key: string };

/** The anomaly scores of a model, found beside the page; the last model's stay until the next one's are here. Null before the first. */
export function createScores(model: Accessor<ModelToScore | null>): Accessor<AnomalyScores | null> {
  const asked = createMemo(model, null, { equals: (a, b) => a?.key === b?.key && a?.per === b?.per });
  const [scores] = createResource(asked, async ({ key: _, ...question }) =>
    findScores({ ...question, digits: await loadDigits() }),
  );
  return () => (asked() === null || scores.error !== undefined ? null : (scores.latest ?? null));
}
