import * as z from "zod/mini";
import type { ScheduleView } from "../../shared/api/schedule.ts";
import { NOTHING_DUE, type Schedule } from "../../shared/assignment/deadline.ts";
import { NEWEST_VERSION } from "./assignments.ts";

export const ScheduleRow = z.object({
  revision: z.int(),
  due_at: z.nullable(z.string()),
  zone: z.string(),
  grace_minutes: z.int(),
  percent_a_day: z.number(),
  cut_off_hours: z.nullable(z.int()),
});

export function rowToSchedule(row: z.infer<typeof ScheduleRow>): ScheduleView {
  return {
    revision: row.revision,
    dueAt: row.due_at,
    zone: row.zone,
    rule: {
      graceMinutes: row.grace_minutes,
      percentADay: row.percent_a_day,
      cutOffHours: row.cut_off_hours,
    },
  };
}

/** A course's schedule; revision 0, with nothing due, until someone set it. */
export async function readSchedule(db: D1Database, course: string): Promise<ScheduleView> {
  const row = await db.prepare("SELECT * FROM schedules WHERE course = ?").bind(course).first();
  return row === null ? { ...NOTHING_DUE, revision: 0 } : rowToSchedule(ScheduleRow.parse(row));
}

export type NewSchedule = {
  readonly course: string;
  /** The revision that is changed, 0 for none. */
  readonly base: number;
  readonly schedule: Schedule;
};

/** The statement that sets a schedule on top of the revision that it changes; it changes nothing when another is the newest by now. */
export function putSchedule(
  db: D1Database,
  { course, base, schedule: { dueAt, zone, rule } }: NewSchedule,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO schedules (course, revision, due_at, zone, grace_minutes, percent_a_day, cut_off_hours)
       SELECT ?1, 1, ?3, ?4, ?5, ?6, ?7
       WHERE ?2 = COALESCE((SELECT revision FROM schedules WHERE course = ?1), 0)
       ON CONFLICT (course) DO UPDATE SET revision = revision + 1, due_at = excluded.due_at, zone = excluded.zone,
         grace_minutes = excluded.grace_minutes, percent_a_day = excluded.percent_a_day,
         cut_off_hours = excluded.cut_off_hours`,
    )
    .bind(course, base, dueAt, zone, rule.graceMinutes, rule.percentADay, rule.cutOffHours);
}

/**
 * The statement that sets when a course's homework is due and leaves zone and rule; it changes nothing when `version` is no longer the
 * homework's newest, so that it stands or falls with the version that is put in the same batch after it.
 */
export function setDueAt(
  db: D1Database,
  {
    course,
    version,
    dueAt,
  }: { readonly course: string; readonly version: number; readonly dueAt: string | null },
): D1PreparedStatement {
  const { zone, rule } = NOTHING_DUE;
  return db
    .prepare(
      `INSERT INTO schedules (course, revision, due_at, zone, grace_minutes, percent_a_day, cut_off_hours)
       SELECT ?1, 1, ?3, ?4, ?5, ?6, ?7 WHERE ${NEWEST_VERSION} = ?2
       ON CONFLICT (course) DO UPDATE SET revision = revision + 1, due_at = excluded.due_at`,
    )
    .bind(course, version, dueAt, zone, rule.graceMinutes, rule.percentADay, rule.cutOffHours);
}
