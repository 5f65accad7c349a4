import * as z from "zod/mini";
import { LateRule, LENIENT } from "./lateness.ts";
import { Zone } from "./zone.ts";

/** When a course's homework is due, in what time zone the course says it, and what late work costs. */
export const Schedule = z.object({
  /** ISO 8601 in UTC; null where nothing is due. */
  dueAt: z.nullable(z.string()),
  zone: Zone,
  rule: LateRule,
});
export type Schedule = z.infer<typeof Schedule>;

/** What a course has until someone sets it. */
export const NOTHING_DUE: Schedule = { dueAt: null, zone: "UTC", rule: LENIENT };

/** When one student's work is due: the schedule as it holds for that student. */
export const Deadline = z.extend(Schedule, {
  /** Whether the student, or the student's section, has another due date than the course. */
  extended: z.boolean(),
});
export type Deadline = z.infer<typeof Deadline>;

/** What bears on one student's due date: the schedule, and the extensions of the student and of the section, ISO 8601 or null. */
export type DeadlineParts = {
  readonly schedule: Schedule;
  readonly own: string | null;
  readonly section: string | null;
};

/** A student's own extension counts, else the section's, else the course's due date. */
export function effectiveDeadline({ schedule, own, section }: DeadlineParts): Deadline {
  const extension = own ?? section;
  return extension === null
    ? { ...schedule, extended: false }
    : { ...schedule, dueAt: extension, extended: true };
}
