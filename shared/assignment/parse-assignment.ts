import { type Complaint, explainAll, type PlacedComplaint } from "../explain.ts";
import { failure, type Result, success } from "../result.ts";
import {
  Assignment,
  type AssignmentProblem,
  type Cell,
  findCell,
  findPlacedCell,
  type Part,
} from "./assignment.ts";

/** Reads an assignment from foreign data; a failure names the field, also where a cell refers to one that is not there. */
export function parseAssignment(input: unknown): Result<Assignment, Complaint> {
  const reviewed = reviewAssignment(input);
  if (reviewed.ok) return reviewed;
  const [{ path, message } = { path: "", message: "not valid" }] = reviewed.error;
  return failure({ path, message });
}

/**
 * The same with every complaint and where it belongs. What cells say of one another is looked at once each of them can be
 * read by itself.
 */
export function reviewAssignment(input: unknown): Result<Assignment, readonly PlacedComplaint[]> {
  const parsed = Assignment.safeParse(input);
  if (!parsed.success) return failure(explainAll(parsed.error, input));
  const assignment = parsed.data;
  const complaints = [
    ...complainOfCells(assignment),
    ...complainOfNumbers(assignment),
    ...assignment.problems.flatMap((problem, p) => complainOfParts(assignment, problem, p)),
  ];
  return complaints.length === 0 ? success(assignment) : failure(complaints);
}

type At = PlacedComplaint["at"];
type CellAt = {
  readonly cell: Cell;
  readonly at: At;
  readonly problem: AssignmentProblem;
  readonly part: Part | null;
};

function complainOfCells(assignment: Assignment): readonly PlacedComplaint[] {
  const seen = new Set<string>(["cover"]);
  return assignment.problems.flatMap(placeCells).flatMap(({ cell, at, problem, part }) => {
    const path = `problem ${problem.number}${part === null ? "" : ` (${part.letter})`}, cell ${cell.id}`;
    const complain = (field: string, message: string) => ({ path, message, at: [...at, field] });
    const own = complainOfCell(assignment, cell).map(({ field, message }) => complain(field, message));
    if (seen.has(cell.id)) own.unshift(complain("id", "another cell has this id; give each its own"));
    seen.add(cell.id);
    return own;
  });
}

function placeCells(problem: AssignmentProblem, p: number): readonly CellAt[] {
  const at = ["problems", p];
  return [
    ...problem.shown.map((cell, i) => ({ cell, at: [...at, "shown", i], problem, part: null })),
    ...problem.parts.flatMap((part, j) =>
      part.cells.map((cell, i) => ({ cell, at: [...at, "parts", j, "cells", i], problem, part })),
    ),
  ];
}

type FieldComplaint = { readonly field: string; readonly message: string };

/** What a cell says of others that is not so. */
function complainOfCell(assignment: Assignment, cell: Cell): readonly FieldComplaint[] {
  if (cell.kind === "run") {
    const { model, widths } = cell;
    const reads = findCell(assignment, "code", model)?.reads;
    return [
      ...complainIf(
        reads !== "model",
        "model",
        `model names ${model}, which is no code cell that reads a model`,
      ),
      ...complainIf(
        widths.length > 1 && holdsTwice(widths) !== null,
        "widths",
        "widths holds one value twice",
      ),
    ];
  }
  if (cell.kind !== "plot") return [];
  const missing = cell.runs.find((id) => findCell(assignment, "run", id) === null);
  return complainIf(missing !== undefined, "runs", `runs names ${missing}, which is no run cell`);
}

function complainIf(isWrong: boolean, field: string, message: string): readonly FieldComplaint[] {
  return isWrong ? [{ field, message }] : [];
}

function complainOfNumbers({ problems }: Assignment): readonly PlacedComplaint[] {
  const twice = holdsTwice(problems.map(({ number }) => number));
  if (twice === null) return [];
  return [
    { path: "problems", message: "two problems have the same number", at: ["problems", twice, "number"] },
  ];
}

function complainOfParts(
  assignment: Assignment,
  { number, parts }: AssignmentProblem,
  p: number,
): readonly PlacedComplaint[] {
  const rubrics = parts.flatMap((part, j) =>
    complainOfRubric(assignment, part).map(({ field, message, item }) => ({
      path: `problem ${number} (${part.letter})${item === null ? "" : `, rubric item ${item}`}`,
      message,
      at: ["problems", p, "parts", j, "rubric", ...field],
    })),
  );
  const twice = holdsTwice(parts.map(({ letter }) => letter));
  if (twice === null) return rubrics;
  const at = ["problems", p, "parts", twice, "letter"];
  return [...rubrics, { path: `problem ${number}`, message: "two parts have the same letter", at }];
}

type RubricComplaint = { readonly field: At; readonly message: string; readonly item: string | null };

function complainOfRubric(assignment: Assignment, { rubric = [] }: Part): readonly RubricComplaint[] {
  const twice = holdsTwice(rubric.map(({ id }) => id));
  const lost = rubric.flatMap(({ id, cell }, i) =>
    cell === undefined || findPlacedCell(assignment, cell) !== null
      ? []
      : [{ field: [i, "cell"], message: `cell names ${cell}, which is no cell`, item: id }],
  );
  if (twice === null) return lost;
  return [{ field: [twice, "id"], message: "two rubric items have the same id", item: null }, ...lost];
}

/** Where a value stands for the second time, the first such place; null where each is there once. */
function holdsTwice(values: readonly unknown[]): number | null {
  const place = values.findIndex((value, i) => values.indexOf(value) < i);
  return place === -1 ? null : place;
}
