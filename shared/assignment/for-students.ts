import type { Assignment, Cell, Part } from "./assignment.ts";

/**
 * The homework without what is for the staff alone: expected answers, and the rubric with what the lab proposes by. Whatever is sent
 * to students, or kept in what they can read, is this.
 */
export function forStudents(assignment: Assignment): Assignment {
  return {
    ...assignment,
    problems: assignment.problems.map((problem) => ({
      ...problem,
      shown: problem.shown.map(withoutExpected),
      parts: problem.parts.map(withoutAnswers),
    })),
  };
}

function withoutAnswers({ rubric: _, ...part }: Part): Part {
  return { ...part, cells: part.cells.map(withoutExpected) };
}

function withoutExpected(cell: Cell): Cell {
  if (cell.kind !== "number") return cell;
  const { expected: _, ...asked } = cell;
  return asked;
}
