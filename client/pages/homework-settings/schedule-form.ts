import { PutSchedule, type ScheduleView } from "../../../shared/api/schedule.ts";
import type { LateRule } from "../../../shared/assignment/lateness.ts";
import { isZone } from "../../../shared/assignment/zone.ts";
import { explain } from "../../../shared/explain.ts";
import { clockIn, timeIn } from "../../parts/zoned-time.ts";

/** A schedule as it stands in its form: what was typed. An empty date means that nothing is due. */
export type ScheduleForm = {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
  readonly graceMinutes: string;
  readonly percentADay: string;
  /** Whether late work is taken in at any time, or until `cutOffHours` after the due date. */
  readonly isCutOff: boolean;
  readonly cutOffHours: string;
};

/** Homework is due at the end of a day, where nobody says otherwise. */
const USUAL_TIME = "23:59";
const USUAL_CUT_OFF_HOURS = "72";

/** The form of what a course has; `ownZone` is where the reader is, for a course that has none yet. */
export function formOf({ dueAt, zone, rule, revision }: ScheduleView, ownZone: string): ScheduleForm {
  const here = revision === 0 ? ownZone : zone;
  const clock = dueAt === null ? { date: "", time: USUAL_TIME } : clockIn(here, Date.parse(dueAt));
  return {
    ...clock,
    zone: here,
    graceMinutes: String(rule.graceMinutes),
    percentADay: String(rule.percentADay),
    isCutOff: rule.cutOffHours !== null,
    cutOffHours: rule.cutOffHours === null ? USUAL_CUT_OFF_HOURS : String(rule.cutOffHours),
  };
}

export type ScheduleField = "date" | "zone" | "graceMinutes" | "percentADay" | "cutOffHours";

/** What is to be sent, or which field is wrong and why. */
export type Built =
  | { readonly ok: true; readonly wish: PutSchedule }
  | { readonly ok: false; readonly field: ScheduleField; readonly message: string };

/** The schedule that a form says, on top of the revision `base`. */
export function buildSchedule(form: ScheduleForm, base: number): Built {
  // A zone that is none is told by the contract, at its own field.
  const isDue = form.date !== "" && isZone(form.zone);
  const at = isDue ? timeIn(form.zone, form) : null;
  if (isDue && at === null)
    return { ok: false, field: "date", message: "Set a day and a time, or empty the day for no due date." };
  const wish = {
    base,
    dueAt: at === null ? null : new Date(at).toISOString(),
    zone: form.zone,
    rule: {
      graceMinutes: numberOf(form.graceMinutes),
      percentADay: numberOf(form.percentADay),
      cutOffHours: form.isCutOff ? numberOf(form.cutOffHours) : null,
    },
  };
  const parsed = PutSchedule.safeParse(wish);
  if (parsed.success) return { ok: true, wish: parsed.data };
  const { path, message } = explain(parsed.error, wish);
  return { ok: false, field: FIELDS.get(path) ?? "date", message };
}

const FIELDS = new Map<string, ScheduleField>([
  ["zone", "zone"],
  ["rule.graceMinutes", "graceMinutes"],
  ["rule.percentADay", "percentADay"],
  ["rule.cutOffHours", "cutOffHours"],
]);

/** The rule that a form says; null while a number in it is none. */
export function ruleOf(form: ScheduleForm): LateRule | null {
  const built = buildSchedule({ ...form, date: "" }, 0);
  return built.ok ? built.wish.rule : null;
}

/** A number, or the text itself, which the contract then names in its complaint. */
function numberOf(text: string): number | string {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}
