import type { ApiError } from "../../shared/api/errors.ts";
import type { GradeSaved, PartGrade, PutGrade } from "../../shared/api/grades.ts";
import type { VersionView } from "../../shared/api/homework.ts";
import type { Part } from "../../shared/assignment/assignment.ts";
import { findPart, listPlacedParts } from "../../shared/assignment/find-part.ts";
import { scoreOf } from "../../shared/grading/score.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { readPresent } from "../homework/read-present.ts";
import { insertAudit } from "../store/audit-log.ts";
import { putGrade as putStored, type StoredGrade, withdrawGrade as withdrawStored } from "../store/grades.ts";
import { listWholeStudents, type WholeStudent } from "../store/grading.ts";
import type { Member } from "../store/members.ts";
import { NO_SUCH_PART, NO_SUCH_STUDENT } from "./refusals.ts";
import { buildGrade, totalOfStudent } from "./standing.ts";

/** Why a grade was not put; `stands` is what stands where someone was first, and undefined where that is not the reason. */
export type GradeRefused = { readonly error: ApiError; readonly stands?: PartGrade | null };
type Saved = Result<GradeSaved, GradeRefused>;

export type GradeTarget = {
  readonly actor: Member;
  readonly handle: string;
  readonly part: string;
  readonly now: string;
};

/** Puts a grade of one part on top of the one that was seen. The same again changes nothing. */
export async function putGrade(
  db: D1Database,
  { put, ...target }: GradeTarget & { readonly put: PutGrade },
): Promise<Saved> {
  const found = await readTarget(db, target);
  if (!found.ok) return found;
  const { present, student, part } = found.value;
  const standing = standingOf(student, target.part);
  const unknown = put.ticked.find((id) => !(part.rubric ?? []).some((item) => item.id === id));
  if (put.version !== present.version)
    return overtaken(newerVersion(present.version, put.version), found.value);
  if (unknown !== undefined) return failure({ error: noSuchItem(unknown) });
  const items = (part.rubric ?? []).map(({ id, label, points }) => ({
    ...{ id, label, points },
    ticked: put.ticked.includes(id),
  }));
  const { adjustment, comment, submission: number } = put;
  const decided = { items, adjustment, comment, version: put.version, number };
  if (standing !== null && canonicalJson(pick(standing)) === canonicalJson(decided))
    return success(savedOf(present, student, standing));
  if ((number === null) !== (student.work === null) || (number ?? 0) > student.submissions)
    return overtaken(otherSubmission(number, student), found.value);

  const { actor, now } = target;
  const where = { course: actor.course, member: student.person.id, part: target.part };
  const score = scoreOf(part, put);
  const grade = { ...decided, ...where, score, points: part.points, gradedBy: actor.id, now };
  const [stored] = await db.batch([
    putStored(db, { ...grade, base: put.base }),
    insertAudit(db, { actor, change: changeOf(student, { part: target.part, to: score }), now }),
  ]);
  return readAfter(db, target, stored);
}

/** Takes the grade back that was seen: the part is ungraded again. */
export async function withdrawGrade(
  db: D1Database,
  { base, ...target }: GradeTarget & { readonly base: number },
): Promise<Saved> {
  const found = await readTarget(db, target);
  if (!found.ok) return found;
  const { present, student } = found.value;
  if (standingOf(student, target.part) === null) return success(savedOf(present, student, null));
  const { actor, now } = target;
  const where = { course: actor.course, member: student.person.id, part: target.part };
  const [stored] = await db.batch([
    withdrawStored(db, { ...where, base, gradedBy: actor.id, now }),
    insertAudit(db, { actor, change: changeOf(student, { part: target.part, to: null }), now }),
  ]);
  return readAfter(db, target, stored);
}

type Found = {
  readonly present: VersionView;
  readonly part: Part;
  readonly id: string;
  readonly student: WholeStudent;
};

async function readTarget(
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
async function readAfter(db: D1Database, target: GradeTarget, stored: D1Result | undefined): Promise<Saved> {
  const after = await readTarget(db, target);
  if (!after.ok) return after;
  if (stored === undefined || stored.meta.changes === 0) return overtaken(CHANGED_MEANWHILE, after.value);
  const { present, student } = after.value;
  return success(savedOf(present, student, standingOf(student, target.part)));
}

function standingOf({ grades }: WholeStudent, part: string): StoredGrade | null {
  return grades.find((grade) => grade.part === part) ?? null;
}

function savedOf({ assignment }: VersionView, student: WholeStudent, grade: StoredGrade | null): GradeSaved {
  const parts = new Set(listPlacedParts(assignment).map(({ id }) => id));
  return {
    grade: grade === null ? null : buildGrade(grade, student),
    ...totalOfStudent(student, parts),
  };
}

/** What a grader decides of a grade; the rest follows. */
function pick({ items, adjustment, comment, version, number }: StoredGrade) {
  return { items, adjustment, comment, version, number };
}

function changeOf(student: WholeStudent, { part, to }: { part: string; to: number | null }) {
  const from = standingOf(student, part)?.score ?? null;
  return { kind: "gradeChanged", who: student.person.pseudonym, part, from, to } as const;
}

function overtaken(error: ApiError, { student, id }: Found): Saved {
  const standing = standingOf(student, id);
  return failure({ error, stands: standing === null ? null : buildGrade(standing, student) });
}

const CHANGED_MEANWHILE: ApiError = {
  reason: "conflict",
  message:
    "Someone else graded this part meanwhile. Look at what stands now, then keep it or put yours over it.",
  field: "base",
};

function newerVersion(newest: number, seen: number): ApiError {
  return {
    reason: "conflict",
    message: `The homework is at version ${newest}, and you graded by version ${seen}. Load the page again, and look at the rubric.`,
    field: "version",
  };
}

function otherSubmission(seen: number | null, { submissions }: WholeStudent): ApiError {
  const [saw, has] = [
    seen === null ? "nothing handed in" : `submission ${seen}`,
    submissions === 0 ? "has handed in nothing" : `has handed in ${submissions}`,
  ];
  return {
    reason: "conflict",
    message: `You graded ${saw}, and the student ${has}. Load the page again, and look at what is there.`,
    field: "submission",
  };
}

function noSuchItem(id: string): ApiError {
  return {
    reason: "invalid",
    message: `ticked: the rubric of this part has no item ${id}; load the page again`,
    field: "ticked",
  };
}
