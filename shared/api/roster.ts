import * as z from "zod/mini";
import { ROSTER_FIELDS } from "../roster/columns.ts";
import { PersonName } from "./courses.ts";

/** Whom a course expects; `member` is who joined as that person. */
export const RosterRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  studentId: z.string(),
  section: z.string(),
  /** What Canvas knows the person by; empty where the roster did not come from there. */
  canvasId: z.string(),
  login: z.string(),
  member: z.nullable(z.string()),
});
export type RosterRow = z.infer<typeof RosterRow>;
/** `GET /api/courses/COURSE/roster`, for the staff: by section and name. */
export const Roster = z.object({ rows: z.array(RosterRow) });

/**
 * `PUT /api/courses/COURSE/roster`, for instructors; `text/csv` does too, with the other two in the query. With one line wrong
 * nothing is imported.
 */
export const PutRoster = z.strictObject({
  csv: z.string(),
  /** Only the report of what would be done. */
  dryRun: z._default(z.boolean(), false),
  /** Takes out who is no longer in the file and has not joined. */
  removeMissing: z._default(z.boolean(), false),
});
export type PutRoster = z.input<typeof PutRoster>;

/** What a line of the file comes to; lines count from 1. */
export const RosterLine = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("added"), line: z.int(), name: z.string() }),
  z.object({
    outcome: z.literal("changed"),
    line: z.int(),
    name: z.string(),
    changes: z.array(z.object({ field: z.enum(ROSTER_FIELDS), from: z.string(), to: z.string() })),
  }),
  z.object({ outcome: z.literal("same"), line: z.int(), name: z.string() }),
  z.object({ outcome: z.literal("skipped"), line: z.int(), why: z.string() }),
  z.object({ outcome: z.literal("wrong"), line: z.int(), name: z.string(), why: z.string() }),
]);
export type RosterLine = z.infer<typeof RosterLine>;

export const RosterReport = z.object({
  /** False for a dry run. */
  imported: z.boolean(),
  lines: z.array(RosterLine),
  /** Who is on the roster and not in the file; `removed` where they are taken out. */
  missing: z.array(
    z.object({ name: z.string(), section: z.string(), joined: z.boolean(), removed: z.boolean() }),
  ),
});
export type RosterReport = z.infer<typeof RosterReport>;

/** `PUT .../roster/ROW/member`: a student who joined is that person. `DELETE` takes it back; nothing else of the student changes. */
export const BindRow = z.strictObject({ member: z.string() });
/** `PUT /api/courses/COURSE/members/ID/name`, for instructors; the roster's row has it then, too. */
export const RenameMember = z.strictObject({ name: PersonName });
