import { type Answer, COVER, countingAttempt } from "./answers.ts";
import { type Assignment, findPlacedCell } from "./assignment.ts";
import { checkCover, type State, stateOfCell } from "./completeness.ts";

/** What a class page needs of an answer without its text. */
export type AnswerFacts = {
  readonly state: State;
  /** Of a run cell: the width and the id of every run of the attempt that counts; null of any other cell. */
  readonly counted: readonly (readonly [width: number | null, run: string])[] | null;
};

/**
 * How far an answer is by what it alone says. A class counts as ready once it was changed: only the student's browser
 * reads it.
 */
export function answerFacts(assignment: Assignment, cell: string, answer: Answer): AnswerFacts {
  const answers = new Map([[cell, answer]]);
  const attempt = answer.kind === "run" ? countingAttempt(answer) : null;
  const counted = attempt === null ? null : attempt.runs.map(({ width, id }) => [width, id] as const);
  if (cell === COVER) return { state: checkCover(answers).state, counted };
  const placed = findPlacedCell(assignment, cell);
  if (placed === null) return { state: "draft", counted };
  const readers = { assignment, readCode: () => ({ status: "accepted" }) as const };
  return { state: stateOfCell(placed.cell, answers, readers), counted };
}
