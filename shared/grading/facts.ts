import * as z from "zod/mini";
import { answerFacts } from "../assignment/answer-facts.ts";
import type { Answer } from "../assignment/answers.ts";
import type { Assignment } from "../assignment/assignment.ts";
import { State } from "../assignment/completeness.ts";

/**
 * What a proposal rests on, of a submission, without its texts: how far each cell is that was answered, and the numbers as they were
 * written. Kept beside the submission, so that a class's proposals need not read what everyone handed in.
 */
export const SubmissionFacts = z.object({
  states: z.record(z.string(), State),
  numbers: z.record(z.string(), z.string()),
});
export type SubmissionFacts = z.infer<typeof SubmissionFacts>;

type Answered = { readonly cell: string; readonly answer: Answer };

/** The facts of answers that were handed in for `assignment`. */
export function submissionFacts(assignment: Assignment, answers: readonly Answered[]): SubmissionFacts {
  return {
    states: Object.fromEntries(
      answers.map(({ cell, answer }) => [cell, answerFacts(assignment, cell, answer).state]),
    ),
    numbers: Object.fromEntries(
      answers.flatMap(({ cell, answer }) => (answer.kind === "number" ? [[cell, answer.text]] : [])),
    ),
  };
}
