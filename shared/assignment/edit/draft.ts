import * as z from "zod/mini";
import { type Complaint, explain } from "../../explain.ts";
import { failure, type Result, success } from "../../result.ts";

/**
 * A homework while someone writes it: its problems, parts and cells stand where they do in an assignment, and any field may hold what
 * the contract refuses, such as the text of a number that is only half typed. Fields that nobody here knows are kept.
 */
const DraftCell = z.looseObject({ kind: z.string(), id: z.string() });
const DraftPart = z.looseObject({
  letter: z.string(),
  cells: z.array(DraftCell),
  rubric: z.optional(z.array(z.looseObject({}))),
});
const DraftProblem = z.looseObject({ shown: z.array(DraftCell), parts: z.array(DraftPart) });
export const DraftAssignment = z.looseObject({ problems: z.array(DraftProblem) });

export type DraftCell = z.infer<typeof DraftCell>;
export type DraftPart = z.infer<typeof DraftPart>;
export type DraftProblem = z.infer<typeof DraftProblem>;
export type DraftAssignment = z.infer<typeof DraftAssignment>;

/** Reads a draft from foreign data, such as a file; a failure names what no homework can be without. */
export function parseDraft(input: unknown): Result<DraftAssignment, Complaint> {
  const parsed = DraftAssignment.safeParse(input);
  return parsed.success ? success(parsed.data) : failure(explain(parsed.error, input));
}

/** Every cell, in the order of the pages. */
export function listDraftCells({ problems }: DraftAssignment): readonly DraftCell[] {
  return problems.flatMap(({ shown, parts }) => [...shown, ...parts.flatMap(({ cells }) => cells)]);
}

/** The points of a problem; what is no number counts nothing. */
export function pointsOf({ parts }: DraftProblem): number {
  return parts.reduce((sum, { points }) => sum + (typeof points === "number" ? points : 0), 0);
}

export function totalPoints({ problems }: DraftAssignment): number {
  return problems.reduce((sum, problem) => sum + pointsOf(problem), 0);
}
