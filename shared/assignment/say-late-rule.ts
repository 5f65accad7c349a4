import { cutOffAt, type LateRule, latenessAt } from "./lateness.ts";

const HOUR_MS = 3_600_000;

/** What late work costs and until when it is taken in, in whole sentences. */
export function sayLateRule(rule: LateRule): string {
  const { graceMinutes, percentADay, cutOffHours } = rule;
  const grace =
    graceMinutes === 0 ? "" : `What comes up to ${saySpan(graceMinutes)} late counts as in time. `;
  if (cutOffHours !== null && cutOffHours * 60 <= graceMinutes)
    return `${grace}${grace === "" ? "Late work" : "Later work"} is not taken in.`;
  const cost =
    percentADay === 0
      ? "Late work loses no points"
      : `Late work loses ${percentADay}\u00a0% of its points for each day that has begun`;
  const until =
    cutOffHours === null ? "" : `, and is taken in until ${saySpan(cutOffHours * 60)} after the due date`;
  return `${grace}${cost}${until}. It can be handed in once.`;
}

/** What becomes of work that comes `hours` late: `A submission 30 hours late loses 20 % of its points.` */
export function sayExample(hours: number, rule: LateRule): string {
  const what = `A submission ${saySpan(hours * 60)} late`;
  const { late, percent } = latenessAt(hours * HOUR_MS, 0, rule);
  if (!late) return `${what} counts as in time.`;
  const cutOff = cutOffAt(0, rule);
  if (cutOff !== null && hours * HOUR_MS > cutOff) return `${what} is not taken in.`;
  return percent === 0 ? `${what} loses no points.` : `${what} loses ${percent}\u00a0% of its points.`;
}

/** `3 days`, `36 hours`, `15 minutes`: in the largest unit that gives a whole number; days from two on. */
export function saySpan(minutes: number): string {
  if (minutes >= 48 * 60 && minutes % (24 * 60) === 0) return count(minutes / (24 * 60), "day");
  return minutes > 0 && minutes % 60 === 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
