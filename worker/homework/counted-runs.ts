import type { ApiError } from "../../shared/api/errors.ts";
import { type Answers, type AttemptRun, answerOf, countingAttempt } from "../../shared/assignment/answers.ts";
import { type Assignment, listCells, type PlacedCell } from "../../shared/assignment/assignment.ts";
import { specId } from "../../shared/spec/identity.ts";
import type { CountedRun } from "../store/runs.ts";

/** The runs that count in one run cell, and where that is: `Problem 1 Part (f)`. */
export type CellRuns = { readonly place: string; readonly runs: readonly AttemptRun[] };

/** The runs of every run cell's counting attempt, in the order of the pages; a cell that was never run has none. */
export function listCountedRuns(assignment: Assignment, answers: Answers): readonly CellRuns[] {
  return listCells(assignment).flatMap((placed) => {
    const { cell } = placed;
    const attempt = cell.kind === "run" ? countingAttempt(answerOf(answers, "run", cell.id)) : null;
    return attempt === null ? [] : [{ place: nameOf(placed), runs: attempt.runs }];
  });
}

function nameOf({ problem, part }: PlacedCell): string {
  return `Problem ${problem.number}${part === null ? "" : ` Part (${part.letter})`}`;
}

/** Why the runs that count cannot be handed in; null where each is stored with the spec that its answer shows. Rejected ones may be. */
export function checkRuns(
  counted: readonly CellRuns[],
  stored: ReadonlyMap<string, CountedRun>,
): ApiError | null {
  for (const { place, runs } of counted) {
    const missing = runs.filter(({ id }) => !stored.has(id)).length;
    if (missing > 0) {
      return {
        reason: "conflict",
        message: `${place}: ${missing} ${missing === 1 ? "run has" : "runs have"} not arrived yet; try again when the device that trained ${missing === 1 ? "it" : "them"} has sent what waits there.`,
        field: "runs",
      };
    }
    if (runs.some(({ id, spec }) => stored.get(id)?.specId !== specId(spec))) {
      return {
        reason: "conflict",
        message: `${place}: a run is stored with another spec than your answer shows; run this part again.`,
        field: "runs",
      };
    }
  }
  return null;
}
