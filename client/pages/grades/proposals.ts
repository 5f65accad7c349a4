import type { AcceptProposals } from "../../../shared/api/grading/give-grades.ts";
import { MAX_ACCEPTED_AT_ONCE } from "../../../shared/limits.ts";
import type { Row } from "./rows.ts";

/** Which of the lab's proposals are accepted: every one, or those that give the part's points in full. */
export type Which = "all" | "full";

type Accepted = AcceptProposals["students"][number];

/** The students of part `p` who have a proposal and no grade. */
export function listAcceptable(
  rows: readonly Row[],
  { p, points, which }: { readonly p: number; readonly points: number; readonly which: Which },
): readonly Accepted[] {
  return rows.flatMap(({ handle, submission, states, proposals }) => {
    const score = proposals[p] ?? null;
    if (states[p] !== "proposed" || submission === null || score === null) return [];
    return which === "full" && score < points ? [] : [{ handle, submission, score }];
  });
}

/** The same in as many pieces as must be asked for. */
export function inPieces(students: readonly Accepted[]): readonly Accepted[][] {
  const pieces: Accepted[][] = [];
  for (let start = 0; start < students.length; start += MAX_ACCEPTED_AT_ONCE)
    pieces.push(students.slice(start, start + MAX_ACCEPTED_AT_ONCE));
  return pieces;
}
