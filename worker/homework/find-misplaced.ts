import { type Answer, COVER } from "../../shared/assignment/answers.ts";
import { type Assignment, listCells } from "../../shared/assignment/assignment.ts";
import { type Complaint, describe } from "../../shared/explain.ts";

/** Why the homework has no place for this answer in this cell; null where it has one. */
export function findMisplaced(assignment: Assignment, cell: string, answer: Answer): Complaint | null {
  const kinds = kindsOfCells(assignment);
  const expected = kinds.get(cell);
  if (expected === undefined) {
    return {
      path: "cell",
      message: `expected ${COVER} or a cell of the present homework that takes an answer, got ${describe(cell)}; load the page again`,
    };
  }
  return expected === answer.kind
    ? null
    : { path: "answer.kind", message: `${cell} takes ${describe(expected)}, got ${describe(answer.kind)}` };
}

/** Whether an answer that was stored under an older version still has its cell. */
export function hasPlace(assignment: Assignment, { cell, answer }: { cell: string; answer: Answer }) {
  return findMisplaced(assignment, cell, answer) === null;
}

function kindsOfCells(assignment: Assignment): ReadonlyMap<string, string> {
  const cells = listCells(assignment).filter(({ cell }) => cell.kind !== "digits");
  return new Map([[COVER, COVER], ...cells.map(({ cell }) => [cell.id, cell.kind] as const)]);
}
