import type { GradebookPart } from "../../../shared/api/grading/gradebook.ts";
import { hasGap, type PartState, type Row, waitsInPart } from "./rows.ts";

/** How far a part is, over all students. */
export type PartCount = {
  readonly part: GradebookPart;
  readonly count: Readonly<Record<PartState, number>>;
  /** Who handed in and waits for a grade of it. */
  readonly waiting: number;
  /** Of those who are graded; null where nobody is. */
  readonly mean: number | null;
};

export function countParts(parts: readonly GradebookPart[], rows: readonly Row[]): readonly PartCount[] {
  return parts.map((part, p) => {
    const count = { graded: 0, outdated: 0, proposed: 0, ungraded: 0 };
    for (const { states } of rows) count[states[p] ?? "ungraded"] += 1;
    const scores = rows.flatMap((row) => row.scores[p] ?? []);
    return {
      part,
      count,
      waiting: rows.filter((row) => waitsInPart(row, p)).length,
      mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    };
  });
}

/** How far the whole class is. */
export type ClassCount = {
  readonly students: number;
  readonly handedIn: number;
  /** Who has a grade of every part. */
  readonly whole: number;
  readonly grades: Readonly<Record<PartState, number>>;
  readonly requests: number;
};

export function countClass(parts: readonly PartCount[], rows: readonly Row[]): ClassCount {
  const sum = (state: PartState) => parts.reduce((all, { count }) => all + count[state], 0);
  return {
    students: rows.length,
    handedIn: rows.filter(({ submission }) => submission !== null).length,
    whole: rows.filter((row) => !hasGap(row)).length,
    grades: {
      graded: sum("graded"),
      outdated: sum("outdated"),
      proposed: sum("proposed"),
      ungraded: sum("ungraded"),
    },
    requests: rows.reduce((all, { requests }) => all + requests, 0),
  };
}
