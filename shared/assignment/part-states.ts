import { type Assignment, type Cell, findPlacedCell, type Part } from "./assignment.ts";
import type { State } from "./completeness.ts";

/** A part of an assignment as pages of the class name it: `1f` is Problem 1 Part (f), as its cells' ids begin. */
export type PartName = {
  readonly id: string;
  readonly problem: number;
  readonly letter: string;
  readonly points: number;
};

/** Every part of an assignment, in order. */
export function listParts(assignment: Assignment): readonly PartName[] {
  return assignment.problems.flatMap(({ number, parts }) =>
    parts.map(({ letter, points }) => ({ id: `${number}${letter}`, problem: number, letter, points })),
  );
}

/** The part that a cell stands in; null for the cover, and for a cell that the assignment does not have (any more). */
export function partOfCell(assignment: Assignment, cell: string): string | null {
  const placed = findPlacedCell(assignment, cell);
  return placed === null || placed.part === null ? null : `${placed.problem.number}${placed.part.letter}`;
}

/** How far a part is by the states of single cells; a cell that was never answered is not among them. */
export type StateOfCell = (cell: string) => State | undefined;

/** The state of every part, in the order of `listParts`: what `checkAssignment` says, from states instead of answers. */
export function partStates(assignment: Assignment, stateOf: StateOfCell): readonly State[] {
  return assignment.problems.flatMap(({ parts }) => parts.map((part) => partState(part, stateOf)));
}

function partState(part: Part, stateOf: StateOfCell): State {
  const own = new Set(part.cells.map(({ id }) => id));
  const missing = part.cells.some((cell) => !isReady(cell, own, stateOf));
  if (!missing) return "ready";
  return part.cells.some(({ id }) => (stateOf(id) ?? "empty") !== "empty") ? "draft" : "empty";
}

/** A plot waits for the runs of other parts alone; those of its own are asked for by their own cell. */
function isReady(cell: Cell, own: ReadonlySet<string>, stateOf: StateOfCell): boolean {
  switch (cell.kind) {
    case "digits":
      return true;
    case "plot":
      return cell.runs.every((run) => own.has(run) || (stateOf(run) ?? "empty") !== "empty");
    case "number":
    case "text":
    case "code":
    case "run":
      return stateOf(cell.id) === "ready";
    default:
      return cell satisfies never;
  }
}
