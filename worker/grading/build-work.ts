import type { GradedAnswer, GradedRun, PartWork } from "../../shared/api/grading/graded-work.ts";
import type { SubmissionContent } from "../../shared/api/homework.ts";
import { type Answer, countingAttempt } from "../../shared/assignment/answers.ts";
import type { Cell } from "../../shared/assignment/assignment.ts";
import { findPart } from "../../shared/assignment/find-part.ts";

/** One part of a submission as it is graded: null where the homework did not have the part then. Run links lead to a name. */
export function buildWork(
  content: SubmissionContent,
  { part: id, hidden }: { readonly part: string; readonly hidden: boolean },
): PartWork | null {
  const placed = findPart(content.assignment, id);
  if (placed === null) return null;
  const { part } = placed;
  const shown = new Set(part.cells.flatMap(cellsOf));
  return {
    cells: part.cells,
    answers: content.answers.flatMap(({ cell, answer }) => {
      const graded = shown.has(cell) ? buildAnswer(answer, { content, hidden }) : null;
      return graded === null ? [] : [{ cell, answer: graded }];
    }),
  };
}

/** A plot shows the runs of cells that may be another part's. */
function cellsOf(cell: Cell): readonly string[] {
  return cell.kind === "plot" ? [cell.id, ...cell.runs] : [cell.id];
}

type Whose = { readonly content: SubmissionContent; readonly hidden: boolean };

/** Null of the cover, which says who handed in. */
function buildAnswer(answer: Answer, whose: Whose): GradedAnswer | null {
  switch (answer.kind) {
    case "number":
    case "text":
    case "code":
    case "plot":
      return answer;
    case "run": {
      const attempt = countingAttempt(answer);
      const { settings, failed } = attempt ?? { settings: answer.settings, failed: [] };
      return { kind: "run", settings, failed, runs: attempt === null ? [] : listRuns(attempt.runs, whose) };
    }
    case "cover":
      return null;
    default:
      return answer satisfies never;
  }
}

type Counted = Pick<GradedRun, "width" | "spec"> & { readonly id: string };

function listRuns(runs: readonly Counted[], { content, hidden }: Whose): GradedRun[] {
  const stored = new Map(content.runs.map((run) => [run.id, run]));
  return runs.flatMap(({ id, width, spec }) => {
    const run = stored.get(id);
    if (run === undefined) return [];
    const { metrics, verification, runLink } = run;
    return [{ width, spec, metrics, verification, runLink: hidden ? null : runLink }];
  });
}
