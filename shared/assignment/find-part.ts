import type { Assignment, AssignmentProblem, Part } from "./assignment.ts";

export type PlacedPart = { readonly id: string; readonly problem: AssignmentProblem; readonly part: Part };

/** Every part of an assignment with its id (`1f` is Problem 1 Part (f)), in order. */
export function listPlacedParts({ problems }: Pick<Assignment, "problems">): readonly PlacedPart[] {
  return problems.flatMap((problem) =>
    problem.parts.map((part) => ({ id: `${problem.number}${part.letter}`, problem, part })),
  );
}

/** The part of this id; null where the assignment has none. */
export function findPart(assignment: Pick<Assignment, "problems">, id: string): PlacedPart | null {
  return listPlacedParts(assignment).find((one) => one.id === id) ?? null;
}
