import { retryDelay } from "../outbox/decide.ts";

/** Why the class cannot be reached, and when it is tried again. */
export type Outage = {
  /** No answer came; the server failed; it does not know this browser as the member whose answers these are. */
  readonly why: "away" | "fault" | "notMember";
  readonly attempt: number;
  /** In milliseconds since 1970. */
  readonly notBefore: number;
};

/** One more attempt failed. `random` is from 0 to 1. */
export function nextOutage(
  last: Outage | null,
  { why, now, random }: { why: Outage["why"]; now: number; random: number },
): Outage {
  const attempt = (last?.attempt ?? 0) + 1;
  return { why, attempt, notBefore: now + retryDelay(attempt, random) };
}
