import type { Standing, Verification } from "../../shared/api/runs.ts";
import type { RunState } from "./run-state.ts";

export type Said = { readonly tone: "plain" | "good" | "failed" | "muted"; readonly words: string };

/** What the server found when it ran the model again, for the one who trained it. */
export function sayVerification(verification: Verification): Said {
  switch (verification.status) {
    case "scored":
      return { tone: "good", words: "Verified by the server: your numbers are right." };
    case "reproduced":
      return {
        tone: "good",
        words: "Reproduced: the server trained this from its seed and got the same weights.",
      };
    case "rejected":
      return { tone: "failed", words: `Not ranked: ${verification.reason}` };
    default:
      return verification satisfies never;
  }
}

/** The same in a word, for a table. */
export function nameVerification(verification: Verification): string {
  switch (verification.status) {
    case "scored":
      return "scored again";
    case "reproduced":
      return "reproduced";
    case "rejected":
      return "rejected";
    default:
      return verification satisfies never;
  }
}

/** Where a run is, in two words for a table: `on this device`, `reproduced`. */
export function nameState(state: RunState): string {
  switch (state.status) {
    case "local":
      return "on this device";
    case "waiting":
      return "waiting to be sent";
    case "sending":
      return "being sent";
    case "sent":
      return nameVerification(state.verification);
    case "refused":
      return "refused";
    case "unkept":
      return "not saved";
    default:
      return state satisfies never;
  }
}

/** Where a run is, in words. */
export function sayState(state: RunState): Said {
  switch (state.status) {
    case "local":
      return sayLocal(state.why);
    case "waiting":
      return sayWaiting(state.why);
    case "sending":
      return { tone: "plain", words: "Saved on this device; being sent." };
    case "sent": {
      const { tone, words } = sayVerification(state.verification);
      const standings = state.verification.status === "rejected" ? "" : sayStandings(state.boards ?? []);
      return { tone, words: `${words}${standings}` };
    }
    case "refused":
      return { tone: "failed", words: `Saved on this device; the server refused it: ${state.message}` };
    case "unkept":
      return { tone: "failed", words: state.message };
    default:
      return state satisfies never;
  }
}

/** On which boards a run counts, and why it does not on others; begins with a space. */
function sayStandings(boards: readonly Standing[]): string {
  const counting = boards.filter(({ why }) => why === null).map(({ title }) => title);
  const others = boards.flatMap(({ title, why }) => (why === null ? [] : [` Not on ${title}: ${why}`]));
  return `${counting.length === 0 ? "" : ` It counts on the board ${counting.join(" and ")}.`}${others.join("")}`;
}

function sayLocal(why: Extract<RunState, { status: "local" }>["why"]): Said {
  switch (why) {
    case "noCourse":
      return { tone: "plain", words: "Stays on this device until you send it to a class." };
    case "diverged":
      return { tone: "failed", words: "Stays on this device: it diverged, so there is no model to check." };
    case "notMember":
      return {
        tone: "failed",
        words:
          "Stays on this device: the class no longer knows this browser. Join it again to send this run.",
      };
    default:
      return why satisfies never;
  }
}

function sayWaiting(why: Extract<RunState, { status: "waiting" }>["why"]): Said {
  switch (why) {
    case "new":
      return { tone: "plain", words: "Saved on this device; about to be sent." };
    case "away":
      return { tone: "plain", words: "Saved on this device; will be sent when the network is back." };
    case "fault":
      return {
        tone: "plain",
        words: "Saved on this device; the server could not take it just now and gets it again soon.",
      };
    default:
      return why satisfies never;
  }
}
