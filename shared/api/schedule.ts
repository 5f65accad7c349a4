import * as z from "zod/mini";
import { Schedule } from "../assignment/deadline.ts";
import { LateRule } from "../assignment/lateness.ts";
import { Zone } from "../assignment/zone.ts";
import { MAX_REASON_CHARACTERS, MAX_SECTION_CHARACTERS } from "../limits.ts";

/** A time as it is sent, with its zone; it is kept in UTC. */
export const SentTime = z.iso.datetime({
  offset: true,
  error: "expected a time with its zone, as 2026-12-01T23:59:00-05:00",
});

/** `GET /api/courses/COURSE/schedule`, for the staff. `revision` is 0 until someone sets it, then counts its changes. */
export const ScheduleView = z.extend(Schedule, { revision: z.int() });
export type ScheduleView = z.infer<typeof ScheduleView>;

/** `PUT /api/courses/COURSE/schedule`, by an instructor. `base` is the revision that was changed; 409 when it is no longer the newest. */
export const PutSchedule = z.strictObject({
  base: z.int().check(z.minimum(0)),
  dueAt: z.nullable(SentTime),
  zone: Zone,
  rule: LateRule,
});
export type PutSchedule = z.infer<typeof PutSchedule>;

/** For whom an extension is: a student, by the member's id, or everyone whom the roster has in a section. */
export const ExtensionFor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("student"), member: z.string() }),
  z.object({
    kind: z.literal("section"),
    section: z.string().check(z.minLength(1), z.maxLength(MAX_SECTION_CHARACTERS)),
  }),
]);
export type ExtensionFor = z.infer<typeof ExtensionFor>;

/** Another due date for one student or one section. */
export const Extension = z.object({
  for: ExtensionFor,
  dueAt: z.string(),
  /** For the staff's eyes. */
  reason: z.string(),
  /** A pseudonym. */
  givenBy: z.string(),
  givenAt: z.string(),
});
export type Extension = z.infer<typeof Extension>;
/** `GET /api/courses/COURSE/extensions`, for the staff: sections by name, then students, the latest first. */
export const ExtensionList = z.object({ extensions: z.array(Extension) });

/** `PUT /api/courses/COURSE/extensions/student/ID` and `.../section/NAME`, by an instructor; `DELETE` takes it away. */
export const PutExtension = z.strictObject({
  dueAt: SentTime,
  reason: z._default(z.string().check(z.trim(), z.maxLength(MAX_REASON_CHARACTERS)), ""),
});
export type PutExtension = z.input<typeof PutExtension>;
