import type { ApiError } from "../../shared/api/errors.ts";
import type { PutGradedSubmission, PutLatePenalty } from "../../shared/api/grading/give-grades.ts";
import type { Standing } from "../../shared/api/grading/part-grade.ts";
import type { Change } from "../../shared/api/staff.ts";
import { listPlacedParts } from "../../shared/assignment/find-part.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readPresent } from "../homework/read-present.ts";
import { insertAudit } from "../store/audit-log.ts";
import { readBook } from "../store/gradebooks.ts";
import { type GradedStudent, listWholeStudents } from "../store/graded-students.ts";
import { pinSubmission, setLatePenalty } from "../store/grading.ts";
import type { Member } from "../store/members.ts";
import { NO_SUCH_STUDENT, overtaken } from "./refusals.ts";
import { buildStanding } from "./standing.ts";

type Act = { readonly actor: Member; readonly handle: string; readonly now: string };

/** Has one submission of a student graded whatever comes later, or the newest again. */
export async function putGradedSubmission(
  db: D1Database,
  { put: { base, number }, ...act }: Act & { readonly put: PutGradedSubmission },
): Promise<Result<Standing, ApiError>> {
  const student = await readStudent(db, act);
  if (student === null) return failure(NO_SUCH_STUDENT);
  const { submissions, pinned, work } = student;
  if ((number ?? 0) > submissions) return failure(noSuchSubmission(submissions));
  if (number === null ? !pinned : pinned && work?.number === number) return readStanding(db, act);
  const target = { course: act.actor.course, member: student.person.id, base };
  return await change(db, act, {
    student,
    statement: pinSubmission(db, { ...target, number }),
    change: { kind: "gradedSubmissionChanged", who: student.person.pseudonym, number },
    base,
  });
}

/** Sets a late penalty in place of the schedule's, or leaves it to the schedule again. */
export async function putLatePenalty(
  db: D1Database,
  { put: { base, override }, ...act }: Act & { readonly put: PutLatePenalty },
): Promise<Result<Standing, ApiError>> {
  const student = await readStudent(db, act);
  if (student === null) return failure(NO_SUCH_STUDENT);
  const present = student.override;
  if (present?.percent === override?.percent && present?.reason === override?.reason)
    return readStanding(db, act);
  const target = { course: act.actor.course, member: student.person.id, base };
  const set = override === null ? null : { ...override, by: act.actor.id, at: act.now };
  return await change(db, act, {
    student,
    statement: setLatePenalty(db, { ...target, override: set }),
    change: {
      kind: "latePenaltyChanged",
      who: student.person.pseudonym,
      percent: override?.percent ?? null,
      reason: override?.reason ?? "",
    },
    base,
  });
}

async function change(
  db: D1Database,
  act: Act,
  todo: { student: GradedStudent; statement: D1PreparedStatement; change: Change; base: number },
): Promise<Result<Standing, ApiError>> {
  const { actor, now } = act;
  const [stored] = await db.batch([todo.statement, insertAudit(db, { actor, change: todo.change, now })]);
  if (stored !== undefined && stored.meta.changes > 0) return await readStanding(db, act);
  const newest = (await readStudent(db, act))?.revision ?? 0;
  return failure(overtaken("What was set for this student", { base: todo.base, newest }));
}

async function readStudent(db: D1Database, { actor, handle }: Act): Promise<GradedStudent | null> {
  const [student] = await listWholeStudents(db, { course: actor.course, handles: [handle] });
  return student ?? null;
}

async function readStanding(db: D1Database, act: Act): Promise<Result<Standing, ApiError>> {
  const { course } = act.actor;
  const [student, { assignment }, { hidden }] = await Promise.all([
    readStudent(db, act),
    readPresent(db, course),
    readBook(db, course),
  ]);
  if (student === null) return failure(NO_SUCH_STUDENT);
  const parts = new Set(listPlacedParts(assignment).map(({ id }) => id));
  return success(buildStanding(student, { hidden, parts }));
}

function noSuchSubmission(submissions: number): ApiError {
  return {
    reason: "notFound",
    message: `The student has handed in ${submissions} times; there is no submission of this number.`,
  };
}
