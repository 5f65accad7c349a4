import type { Receipt } from "../../../../shared/api/homework.ts";
import type { Said } from "../../../outbox/words.ts";
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

/** Until when one may hand in. `hasHandedIn`: who has, cannot do it again after the due date. */
export function sayDue(
  dueAt: string | null,
  { now, hasHandedIn }: { now: number; hasHandedIn: boolean },
): string {
  if (dueAt === null) return "No due date is set. You can hand in as often as you like; the last one counts.";
  const due = sayWholeTime(dueAt);
  if (now <= Date.parse(dueAt))
    return hasHandedIn
      ? `You can hand in again until ${due}.`
      : `It is due ${due}. Until then you can hand in as often as you like.`;
  return hasHandedIn
    ? `It was due ${due}. What you handed in stands.`
    : `It was due ${due}. You can still hand in once; it is marked late.`;
}

/** `handed in late` where it was. */
export function sayLate({ late, dueAt }: Receipt): string {
  if (dueAt === null) return "no due date was set";
  return late ? "late" : "in time";
}
