import type { LateRule } from "./lateness.ts";

/** What late work costs and until when it is taken in, in a sentence for students that begins in lower case and has no full stop. */
export function sayLateRule(rule: LateRule): string {
  const { graceMinutes, percentADay, cutOffHours } = rule;
  const grace = graceMinutes === 0 ? "" : `up to ${saySpan(graceMinutes)} late counts as in time; `;
  const cost =
    percentADay === 0
      ? "late work loses no points"
      : `each day late that has begun takes ${percentADay} % off`;
  if (cutOffHours === null) return `${grace}${cost}, and is taken in at any time`;
  const until = Math.max(cutOffHours * 60, graceMinutes);
  if (until <= graceMinutes)
    return graceMinutes === 0 ? "late work is not taken in" : `${grace}after that nothing is taken in`;
  return `${grace}${cost}, and nothing is taken in ${saySpan(until)} after the due date`;
}

/** `3 days`, `36 hours`, `15 minutes`: in the largest unit that gives a whole number. */
export function saySpan(minutes: number): string {
  if (minutes >= 48 * 60 && minutes % (24 * 60) === 0) return plural(minutes / (24 * 60), "day");
  if (minutes % 60 === 0) return plural(minutes / 60, "hour");
  return plural(minutes, "minute");
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
