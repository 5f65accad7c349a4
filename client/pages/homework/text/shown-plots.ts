import { type Answers, answerOf, countingAttempt } from "../../../../shared/assignment/answers.ts";
import { type Assignment, type CellOf, listCells } from "../../../../shared/assignment/assignment.ts";

export type ShownPlot = {
  readonly cell: CellOf<"plot">;
  /** `1 (f)`: the problem and part that it stands in. */
  readonly place: string;
};

/** The plots that have something to show: a run of one of their cells. */
export function listShownPlots(assignment: Assignment, answers: Answers): readonly ShownPlot[] {
  return listCells(assignment).flatMap(({ problem, part, cell }): ShownPlot[] => {
    if (cell.kind !== "plot" || part === null) return [];
    const isShown = cell.runs.some(
      (id) => (countingAttempt(answerOf(answers, "run", id))?.runs.length ?? 0) > 0,
    );
    return isShown ? [{ cell, place: `${problem.number} (${part.letter})` }] : [];
  });
}
