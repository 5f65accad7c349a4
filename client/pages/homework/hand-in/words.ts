import type { Receipt } from "../../../../shared/api/homework.ts";
import type { Deadline } from "../../../../shared/assignment/deadline.ts";
import { cutOffAt, latenessAt } from "../../../../shared/assignment/lateness.ts";
import { sayLateRule } from "../../../../shared/assignment/say-late-rule.ts";
import { sayInZone } from "../../../../shared/assignment/zone.ts";
import type { Said } from "../../../outbox/words.ts";
import { plural } from "../../../parts/numbers.ts";
import { offsetAt, ownZone } from "../../../parts/zoned-time.ts";
import { sayWholeTime } from "../say-time.ts";
import type { HandInState } from "./create-hand-in.ts";

/** How far handing in is; null before it was asked for. */
export function sayHandIn(state: HandInState): Said | null {
  switch (state.status) {
    case "idle":
      return null;
    case "waiting":
      return { tone: "plain", words: `${state.words} Keep this page open: it is handed in then.` };
    case "sending":
      return { tone: "plain", words: "Handing in." };
    case "unsure":
      return {
        tone: "plain",
        words:
          "No answer came, so it may have been handed in or not. It is sent again until there is an answer, and counts once.",
      };
    case "handedIn":
      return { tone: "good", words: `Handed in, ${sayWholeTime(state.receipt.receivedAt)}.` };
    case "failed":
      return { tone: "failed", words: `Not handed in. ${state.message}` };
    default:
      return state satisfies never;
  }
}

/**
 * Until when one may hand in, what late work costs, and what may still be done after. `hasHandedIn`: who has, cannot do it again once
 * it would be late. `now` in milliseconds since 1970.
 */
export function sayDue(
  deadline: Deadline,
  { now, hasHandedIn }: { now: number; hasHandedIn: boolean },
): string {
  const { dueAt, rule } = deadline;
  if (dueAt === null) return "No due date is set. You can hand in as often as you like; the last one counts.";
  const at = Date.parse(dueAt);
  const due = `${sayInBoth(at, deadline.zone)}${deadline.extended ? ", by your extension" : ""}`;
  if (now <= at) {
    const again = hasHandedIn
      ? `You can hand in again until ${due}.`
      : `It is due ${due}. Until then you can hand in as often as you like.`;
    return `${again} ${sayLateRule(rule)}`;
  }
  const { late, percent } = latenessAt(now, at, rule);
  if (!late) return `It was due ${due}. What comes now still counts as in time.`;
  if (hasHandedIn) return `It was due ${due}. What you handed in stands.`;
  const cutOff = cutOffAt(at, rule);
  if (cutOff !== null && now > cutOff)
    return `It was due ${due}, and late work was taken in until ${sayInBoth(cutOff, deadline.zone)}. Ask your instructor for an extension.`;
  const until = cutOff === null ? "" : ` until ${sayInBoth(cutOff, deadline.zone)}`;
  const cost = percent === 0 ? "it is marked late" : `at this hour it loses ${percent}\u00a0% of its points`;
  return `It was due ${due}. You can still hand in once${until}; ${cost}.`;
}

/** A time as the reader's clocks show it, and as the course says it where its clocks show another. */
function sayInBoth(at: number, zone: string): string {
  const own = sayWholeTime(new Date(at).toISOString());
  return offsetAt(zone, at) === offsetAt(ownZone(), at) ? own : `${own}, which is ${sayInZone(at, zone)}`;
}

/** `in time`, or how late and what that takes off. */
export function sayLate({ late, days, percent, dueAt }: Receipt): string {
  if (dueAt === null) return "no due date was set";
  if (!late) return "in time";
  return percent === 0 ? "late" : `${plural(days, "day")} late, which takes ${percent}\u00a0% off its points`;
}
