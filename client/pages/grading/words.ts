import type { Finding, LatePenalty, PartGrade } from "../../../shared/api/grading/part-grade.ts";
import type { Cell } from "../../../shared/assignment/assignment.ts";
import { nameKind } from "../../parts/cell-words.ts";
import { plural } from "../../parts/numbers.ts";
import { sayPoints } from "../../parts/points.ts";

const FOUND: Readonly<Record<Finding["found"], string>> = {
  empty: "not answered",
  incomplete: "incomplete",
  complete: "complete",
  right: "right",
  wrong: "not the expected number",
};

/** What the lab found in a cell: `a text, 1f-text: complete`. */
export function sayFinding({ cell, found }: Finding, cells: readonly Cell[]): string {
  const kind = cells.find(({ id }) => id === cell)?.kind;
  return `${kind === undefined ? "" : `${nameKind(kind)}, `}${cell}: ${FOUND[found]}`;
}

/** `4 of 7 points, given by brave-owl-7`. */
export function sayGrade(grade: PartGrade): string {
  return `${sayPoints(grade.score, grade.points)}, given by ${grade.gradedBy}`;
}

/** What a grade that someone else put consists of, in a line. */
export function sayWhole(grade: PartGrade | null): string {
  if (grade === null) return "No grade: it was taken back.";
  const ticked = grade.items.filter((item) => item.ticked).map(({ label }) => `“${label}”`);
  const items =
    grade.items.length === 0 ? "" : ` Ticked: ${ticked.length === 0 ? "nothing" : ticked.join(", ")}.`;
  const comment = grade.comment === "" ? "" : ` Comment: “${grade.comment}”`;
  return `${sayGrade(grade)}.${items}${comment}`;
}

/** The late penalty that counts. */
export function sayLate({ days, percent, override }: LatePenalty): string {
  const ofSchedule =
    days === 0
      ? "In time."
      : `${plural(days, "day")} late, which takes ${percent}\u00a0% off by the late rule.`;
  if (override === null) return ofSchedule;
  return `${ofSchedule} Set to ${override.percent}\u00a0% by ${override.by}: ${override.reason}`;
}
