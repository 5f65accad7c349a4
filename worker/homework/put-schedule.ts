import type { ApiError } from "../../shared/api/errors.ts";
import type { ScheduleView } from "../../shared/api/schedule.ts";
import type { Schedule } from "../../shared/assignment/deadline.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { insertAudit } from "../store/audit-log.ts";
import type { Member } from "../store/members.ts";
import { putSchedule as putStored, readSchedule } from "../store/schedules.ts";

export type ScheduleToPut = {
  readonly actor: Member;
  /** The revision that was changed. */
  readonly base: number;
  readonly schedule: Schedule;
  readonly now: string;
};

/** Sets when a course's homework is due and what late work costs; a failure says that someone else was first. */
export async function putSchedule(
  db: D1Database,
  { actor, base, schedule, now }: ScheduleToPut,
): Promise<Result<ScheduleView, ApiError>> {
  const { course } = actor;
  const { revision, ...present } = await readSchedule(db, course);
  // What is sent again after its response was lost comes with the base of the first time.
  if (canonicalJson(present) === canonicalJson(schedule)) return success({ ...schedule, revision });
  const [stored] = await db.batch([
    putStored(db, { course, base, schedule }),
    insertAudit(db, { actor, change: { kind: "scheduleChanged", ...schedule }, now }),
  ]);
  if (stored !== undefined && stored.meta.changes > 0) return success({ ...schedule, revision: base + 1 });
  const newest = await readSchedule(db, course);
  return failure({
    reason: "conflict",
    message: `The schedule is at revision ${newest.revision}, and you changed revision ${base}. Get it again, make your change there, and put it with base ${newest.revision}.`,
    field: "base",
  });
}
