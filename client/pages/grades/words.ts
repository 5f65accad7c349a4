import type { LeftOut } from "../../../shared/api/grading/gradebook.ts";
import { formatNumber, plural } from "../../parts/numbers.ts";
import type { Shown } from "./choose-rows.ts";
import type { ClassCount } from "./count-grades.ts";
import type { PartState } from "./rows.ts";

export const SHOWN_NAMES: Readonly<Record<Shown, string>> = {
  all: "everyone",
  needsGrading: "needs grading",
  late: "late",
  nothingHandedIn: "nothing handed in",
  requests: "asks to look again",
};

export const STATE_NAMES: Readonly<Record<PartState, string>> = {
  graded: "graded",
  outdated: "graded on an earlier submission",
  proposed: "proposed by the lab",
  ungraded: "not graded",
};

/** How far the class is, in a sentence or three. */
export function sayClass({ students, handedIn, whole, grades, requests }: ClassCount): string {
  const all = grades.graded + grades.outdated + grades.proposed + grades.ungraded;
  const given = grades.graded + grades.outdated;
  const sentences = [
    `${formatNumber(handedIn)} of ${plural(students, "student")} handed in; ${formatNumber(whole)} ${whole === 1 ? "has" : "have"} a grade of every part.`,
    `${formatNumber(given)} of ${plural(all, "grade")} ${all === 1 ? "is" : "are"} given, ${formatNumber(grades.proposed)} more ${grades.proposed === 1 ? "is" : "are"} proposed by the lab.`,
  ];
  if (grades.outdated > 0)
    sentences.push(
      `${plural(grades.outdated, "grade")} ${grades.outdated === 1 ? "was" : "were"} given on an earlier submission than the one that counts now.`,
    );
  if (requests > 0)
    sentences.push(
      `${plural(requests, "request")} to look again ${requests === 1 ? "waits" : "wait"} for an answer.`,
    );
  return sentences.join(" ");
}

/** What releasing does, for who is about to. `gaps`: how many students have a part without a grade. */
export function sayRelease({
  students,
  gaps,
  hidden,
}: {
  students: number;
  gaps: number;
  hidden: boolean;
}): string {
  const see = `${students === 1 ? "The student sees" : `All ${plural(students, "student")} see`} at once the points of every part that is graded, the rubric’s items that were ticked, the comments, the late penalty and the total, and can ask to look again.${hidden ? " Names are shown to graders from then on." : ""}`;
  if (gaps === 0) return `${see} Everyone has a grade of every part.`;
  return `${see} ${plural(gaps, "student")} ${gaps === 1 ? "has" : "have"} parts without a grade: what is missing counts 0 in the total until it is graded.`;
}

const WHY: Readonly<Record<LeftOut["why"], string>> = {
  notOnRoster: "no row of the roster, so that Canvas would not know who it is",
  notGraded: "a part without a grade",
};

export function sayWhy(why: LeftOut["why"]): string {
  return WHY[why];
}
