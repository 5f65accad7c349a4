import type { Part } from "../assignment/assignment.ts";

type Scheme = Pick<Part, "points" | "rubric">;

/** Points have two decimals. */
export function roundPoints(points: number): number {
  return Math.round((points + Number.EPSILON * Math.sign(points)) * 100) / 100;
}

/** What a part is worth before anything is ticked: everything where its rubric only takes off, else nothing. */
export function basePoints({ points, rubric = [] }: Scheme): number {
  return rubric.length > 0 && rubric.every((item) => item.points < 0) ? points : 0;
}

/** The score of a part: the ticked items and the adjustment on top of `basePoints`, never below 0 nor above its points. */
export function scoreOf(
  part: Scheme,
  { ticked, adjustment }: { readonly ticked: readonly string[]; readonly adjustment: number },
): number {
  const items = (part.rubric ?? []).filter(({ id }) => ticked.includes(id));
  const sum = items.reduce((all, { points }) => all + points, basePoints(part) + adjustment);
  return roundPoints(Math.min(part.points, Math.max(0, sum)));
}

/** What a student earned, and what is left of it after the late penalty in percent; both null before any part is graded. */
export function totalOf(
  scores: readonly number[],
  percent: number,
): { readonly earned: number | null; readonly total: number | null } {
  if (scores.length === 0) return { earned: null, total: null };
  const earned = roundPoints(scores.reduce((all, score) => all + score, 0));
  return { earned, total: roundPoints(earned * (1 - percent / 100)) };
}
