import type { ApiError } from "../../shared/api/errors.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { insertAudit, insertAuditEntry } from "../store/audit-log.ts";
import { type Member, readMemberById, renameMember } from "../store/members.ts";
import { bindRow, readBound, renameRow, unbindRow } from "../store/roster.ts";
import type { Act } from "./staff.ts";

/** Says that a student is the person of a row; fails where the row or the student has another. Said twice it is said once. */
export async function bindMember(
  { db, actor, now }: Act,
  { row, student }: { readonly row: string; readonly student: Member },
): Promise<Result<null, ApiError>> {
  const bound = await readBound(db, actor.course, row);
  if (bound === undefined) return failure(NO_SUCH_ROW);
  if (bound === student.id) return success(null);
  if (bound !== null) return failure(ROW_TAKEN);
  const change = { kind: "rosterBound", who: student.pseudonym } as const;
  try {
    const [set] = await db.batch([
      bindRow(db, { id: row, member: student }),
      insertAudit(db, { actor, change, now }),
    ]);
    return set?.meta.changes === 0 ? failure(ROW_TAKEN) : success(null);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("roster.member"))) throw error;
    return failure(STUDENT_TAKEN);
  }
}

/** Takes the student from a row, who stays in the course; false where there is no such row. */
export async function unbindMember({ db, actor, now }: Act, row: string): Promise<boolean> {
  const bound = await readBound(db, actor.course, row);
  if (bound === undefined) return false;
  const student = bound === null ? null : await readMemberById(db, actor.course, bound);
  if (student === null) return true;
  await db.batch([
    unbindRow(db, actor.course, row),
    insertAudit(db, { actor, change: { kind: "rosterUnbound", who: student.pseudonym }, now }),
  ]);
  return true;
}

/** Gives a student another name, and the row that the student is bound to. */
export async function renameStudent(
  { db, actor, now }: Act,
  { student, name }: { readonly student: Member; readonly name: string },
): Promise<void> {
  await db.batch([
    renameMember(db, student, name),
    renameRow(db, student, name),
    insertAuditEntry(db, { actor, change: { kind: "memberRenamed", who: student.pseudonym }, now }),
  ]);
}

export const NO_SUCH_ROW: ApiError = {
  reason: "notFound",
  message: "The course's roster has no row of this id.",
};
const ROW_TAKEN: ApiError = {
  reason: "conflict",
  message: "Another student is bound to this row; unbind that one first.",
  field: "member",
};
const STUDENT_TAKEN: ApiError = {
  reason: "conflict",
  message: "This student is bound to another row of the roster; unbind that one first.",
  field: "member",
};
