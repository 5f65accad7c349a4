import type { MyGrade } from "../../../shared/api/grading/my-grade.ts";
import { plural } from "../../parts/numbers.ts";
import { formatPoints, sayPoints } from "../../parts/points.ts";

export type ReleasedGrade = Extract<MyGrade, { released: true }>;

/** Which submission counts, and how late it was, with what that costs. */
export function sayLateness({ submission, late }: Pick<ReleasedGrade, "submission" | "late">): string {
  const { days, percent, override } = late;
  const which = submission === null ? "You handed nothing in." : `Submission ${submission.number} counts.`;
  const was = days === 0 ? "It was in time." : `It was ${plural(days, "day")} late.`;
  const sentences = submission === null ? [which] : [which, was];
  if (override !== null)
    sentences.push(
      `Your instructor decided what that costs: ${sayOff(override.percent)}. ${override.reason}`,
    );
  else if (days > 0) sentences.push(`By the late rule ${sayOff(percent)}.`);
  return sentences.join(" ");
}

function sayOff(percent: number): string {
  return percent === 0
    ? "nothing is taken off"
    : `${formatPoints(percent)}\u00a0% of the points are taken off`;
}

/** `85.5 of 92 points`, with what it was before where something was taken off. */
export function sayTotal({
  earned,
  total,
  points,
}: Pick<ReleasedGrade, "earned" | "total" | "points">): string {
  if (total === null || earned === null) return "nothing is graded yet";
  const all = sayPoints(total, points);
  return total === earned ? all : `${all} (${formatPoints(earned)} before the late penalty)`;
}
