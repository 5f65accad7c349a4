import type { ApiError } from "../../shared/api/errors.ts";
import type { PutGrade } from "../../shared/api/grading/give-grades.ts";
import { scoreOf } from "../../shared/grading/score.ts";
import { failure, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { insertAudit } from "../store/audit-log.ts";
import type { WholeStudent } from "../store/graded-students.ts";
import { putGrade as putStored, type StoredGrade } from "../store/grades.ts";
import {
  changeOf,
  type GradeTarget,
  readAfter,
  readTarget,
  refuseStanding,
  type Saved,
  savedOf,
  standingOf,
} from "./grade-target.ts";

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
    return refuseStanding(newerVersion(present.version, put.version), found.value);
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
    return refuseStanding(otherSubmission(number, student), found.value);

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

/** What a grader decides of a grade; the rest follows. */
function pick({ items, adjustment, comment, version, number }: StoredGrade) {
  return { items, adjustment, comment, version, number };
}

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
