import type { AssignmentProblem } from "../../../shared/assignment/assignment.ts";

/** `1f`: a part's anchor on the page, and the beginning of its cells' ids. */
export function partId(problem: { readonly number: number }, part: { readonly letter: string }): string {
  return `${problem.number}${part.letter}`;
}

export function partIds(problems: readonly AssignmentProblem[]): readonly string[] {
  return problems.flatMap((problem) => problem.parts.map((part) => partId(problem, part)));
}

/** The heading of a part; where deep links and keys put the reader. */
export function headingId(part: string): string {
  return `${part}-heading`;
}
