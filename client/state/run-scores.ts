import type { AttemptRun } from "../../shared/assignment/answers.ts";
import type { AnomalyScores, ScoreQuestion, ScoreUnit } from "../../shared/metrics/anomaly-scores.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { ask } from "../engine/analyst.ts";
import { loadDigits } from "./digits.ts";
import { readRunContents } from "./run-contents.ts";

/** Scores of pixels take a megabyte a model. */
const MOST_KEPT = 12;

const known = new Map<string, Promise<Result<AnomalyScores, string>>>();

/** The anomaly scores of a run of an attempt, found once. A failure is a sentence that says why its weights are nowhere. Never rejects. */
export function readRunScores(
  course: string,
  run: AttemptRun,
  { asked, per }: { readonly asked: ScoreQuestion["asked"]; readonly per: ScoreUnit },
): Promise<Result<AnomalyScores, string>> {
  const key = `${run.id} ${per} ${asked.digit}`;
  const found = known.get(key) ?? score(course, run, { asked, per });
  known.delete(key);
  known.set(key, found);
  void found.then(({ ok }) => {
    if (!ok) known.delete(key);
  });
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  return found;
}

async function score(
  course: string,
  run: AttemptRun,
  how: Pick<ScoreQuestion, "asked" | "per">,
): Promise<Result<AnomalyScores, string>> {
  const contents = await readRunContents(course, run);
  if (!contents.ok) return contents;
  try {
    const digits = await loadDigits();
    return success(
      await ask({
        name: "scores",
        question: { spec: run.spec, weights: contents.value.weights, ...how },
        digits,
      }),
    );
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}
