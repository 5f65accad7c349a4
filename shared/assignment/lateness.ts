import * as z from "zod/mini";

/** What a late submission costs. */
export const LateRule = z.strictObject({
  /** After the due date this long still counts as in time. */
  graceMinutes: z.int().check(z.minimum(0), z.maximum(10_080)),
  /** Percent of the points that each day takes off once it has begun. */
  percentADay: z.number().check(z.minimum(0), z.maximum(100)),
  /** Hours after the due date when nothing more is taken in; null: never. */
  cutOffHours: z.nullable(z.int().check(z.minimum(0), z.maximum(8_760))),
});
export type LateRule = z.infer<typeof LateRule>;

/** Late work is taken in at any time and costs nothing, until an instructor sets another rule. */
export const LENIENT: LateRule = { graceMinutes: 0, percentADay: 0, cutOffHours: null };

export type Lateness = {
  readonly late: boolean;
  /** Days late that have begun, 0 in time. */
  readonly days: number;
  /** Percent of the points that is taken off, 0 to 100. */
  readonly percent: number;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How late work is that came at `receivedAt`, in milliseconds since 1970. Days count from the due date, not from the end of the grace. */
export function latenessAt(receivedAt: number, dueAt: number | null, rule: LateRule): Lateness {
  const over = dueAt === null ? 0 : receivedAt - dueAt;
  if (over <= rule.graceMinutes * MINUTE_MS) return { late: false, days: 0, percent: 0 };
  const days = Math.ceil(over / DAY_MS);
  return { late: true, days, percent: Math.min(100, days * rule.percentADay) };
}

/** When the last late work is taken in, in milliseconds since 1970; null where it always is. The grace is never cut off. */
export function cutOffAt(dueAt: number | null, { cutOffHours, graceMinutes }: LateRule): number | null {
  if (dueAt === null || cutOffHours === null) return null;
  return dueAt + MINUTE_MS * Math.max(cutOffHours * 60, graceMinutes);
}

/** Whether work is still taken in at `now`, in milliseconds since 1970. */
export function takesInAt(now: number, dueAt: number | null, rule: LateRule): boolean {
  return now <= (cutOffAt(dueAt, rule) ?? Number.POSITIVE_INFINITY);
}
