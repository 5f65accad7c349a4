import type { ApiError } from "../../shared/api/errors.ts";
import type { GradeSaved } from "../../shared/api/grading/give-grades.ts";
import type { PartGrade } from "../../shared/api/grading/part-grade.ts";
import type { VersionView } from "../../shared/api/homework.ts";
import type { Part } from "../../shared/assignment/assignment.ts";
import { findPart, listPlacedParts } from "../../shared/assignment/find-part.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readPresent } from "../homework/read-present.ts";
import { listWholeStudents, type WholeStudent } from "../store/graded-students.ts";
import type { StoredGrade } from "../store/grades.ts";
import type { Member } from "../store/members.ts";
import { NO_SUCH_PART, NO_SUCH_STUDENT } from "./refusals.ts";
import { buildGrade, totalOfStudent } from "./standing.ts";

/** Why a grade was not put; `stands` is what stands where someone was first, and undefined where that is not the reason. */
export type GradeRefused = { readonly error: ApiError; readonly stands?: PartGrade | null };
export type Saved = Result<GradeSaved, GradeRefused>;

export type GradeTarget = {
  readonly actor: Member;
  readonly handle: string;
  readonly part: string;
  readonly now: string;
};

export type Found = {
  readonly present: VersionView;
  readonly part: Part;
  readonly id: string;
  readonly student: WholeStudent;
};

/** The part and the student that a grade is of, as they are now. */
export async function readTarget(
  db: D1Database,
  { actor: { course }, handle, part: id }: GradeTarget,
): Promise<Result<Found, GradeRefused>> {
  const [present, [student]] = await Promise.all([
    readPresent(db, course),
    listWholeStudents(db, { course, handles: [handle] }),
  ]);
  const placed = findPart(present.assignment, id);
  if (student === undefined) return failure({ error: NO_SUCH_STUDENT });
  if (placed === null) return failure({ error: NO_SUCH_PART });
  return success({ present, part: placed.part, id, student });
}

/** What stands after a batch, whether it stored the grade or found that someone had been first. */
export async function readAfter(
  db: D1Database,
  target: GradeTarget,
  stored: D1Result | undefined,
): Promise<Saved> {
  const after = await readTarget(db, target);
  if (!after.ok) return after;
  if (stored === undefined || stored.meta.changes === 0)
    return refuseStanding(CHANGED_MEANWHILE, after.value);
  const { present, student } = after.value;
  return success(savedOf(present, student, standingOf(student, target.part)));
}

/** The grade of a part that stands; null where it is ungraded. */
export function standingOf({ grades }: WholeStudent, part: string): StoredGrade | null {
  return grades.find((grade) => grade.part === part) ?? null;
}

/** The answer to who put or took back a grade. */
export function savedOf(
  { assignment }: VersionView,
  student: WholeStudent,
  grade: StoredGrade | null,
): GradeSaved {
  const parts = new Set(listPlacedParts(assignment).map(({ id }) => id));
  return {
    grade: grade === null ? null : buildGrade(grade, student),
    ...totalOfStudent(student, parts),
  };
}

/** What the log says of a grade that becomes `to`. */
export function changeOf(student: WholeStudent, { part, to }: { part: string; to: number | null }) {
  const from = standingOf(student, part)?.score ?? null;
  return { kind: "gradeChanged", who: student.person.pseudonym, part, from, to } as const;
}

/** A refusal that says what stands. */
export function refuseStanding(error: ApiError, { student, id }: Found): Saved {
  const standing = standingOf(student, id);
  return failure({ error, stands: standing === null ? null : buildGrade(standing, student) });
}

const CHANGED_MEANWHILE: ApiError = {
  reason: "conflict",
  message:
    "Someone else graded this part meanwhile. Look at what stands now, then keep it or put yours over it.",
  field: "base",
};
