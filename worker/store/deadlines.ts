import * as z from "zod/mini";
import { type Deadline, effectiveDeadline, NOTHING_DUE } from "../../shared/assignment/deadline.ts";
import { type Lateness, latenessAt } from "../../shared/assignment/lateness.ts";
import { rowToSchedule, ScheduleRow } from "./schedules.ts";

/** What bears on the due date of the member `m` of a statement: these columns, from these joins. */
export const DEADLINE_COLUMNS = `d.revision, d.due_at, d.zone, d.grace_minutes, d.percent_a_day, d.cut_off_hours,
  own.due_at AS own_due_at, shared.due_at AS section_due_at`;
export const DEADLINE_JOINS = `LEFT JOIN schedules d ON d.course = m.course
  LEFT JOIN extensions own ON own.course = m.course AND own.member = m.id
  LEFT JOIN roster seat ON seat.member = m.id
  LEFT JOIN extensions shared ON shared.course = m.course AND shared.section = seat.section`;

/** The columns above; those of the schedule are all null where the course has none. */
const DeadlineRow = z.intersection(
  z.union([ScheduleRow, z.object({ revision: z.null() })]),
  z.object({ own_due_at: z.nullable(z.string()), section_due_at: z.nullable(z.string()) }),
);

/** The due date that a row with DEADLINE_COLUMNS gives. */
export function rowToDeadline(row: unknown): Deadline {
  const parsed = DeadlineRow.parse(row);
  const { revision: _, ...schedule } =
    parsed.revision === null ? { ...NOTHING_DUE, revision: 0 } : rowToSchedule(parsed);
  return effectiveDeadline({ schedule, own: parsed.own_due_at, section: parsed.section_due_at });
}

/** How late work is that came at `receivedAt`. */
export function latenessOf(receivedAt: string, { dueAt, rule }: Deadline): Lateness {
  return latenessAt(Date.parse(receivedAt), dueAt === null ? null : Date.parse(dueAt), rule);
}

/** When the work of one member is due. */
export async function readDeadline(
  db: D1Database,
  { course, id }: { readonly course: string; readonly id: string },
): Promise<Deadline> {
  const row = await db
    .prepare(
      `SELECT ${DEADLINE_COLUMNS} FROM present_members m ${DEADLINE_JOINS} WHERE m.course = ? AND m.id = ?`,
    )
    .bind(course, id)
    .first();
  return row === null ? { ...NOTHING_DUE, extended: false } : rowToDeadline(row);
}

const ListedRow = z.object({ id: z.string() });

/** When the work of each member of a course is due, by the member's id; one statement, whatever the size of the class. */
export async function listDeadlines(db: D1Database, course: string): Promise<ReadonlyMap<string, Deadline>> {
  const { results } = await db
    .prepare(`SELECT m.id, ${DEADLINE_COLUMNS} FROM present_members m ${DEADLINE_JOINS} WHERE m.course = ?`)
    .bind(course)
    .all();
  return new Map(results.map((row) => [ListedRow.parse(row).id, rowToDeadline(row)]));
}
