import type { KeptRun } from "../../outbox/kept-run.ts";
import type { KeptState } from "../../outbox/run-state.ts";
import type { Said } from "../../outbox/words.ts";

export type Group = { readonly said: Said; readonly runs: readonly KeptRun[] };

/** Runs of which the same is to be said, together; the groups in the order of their newest run. */
export function groupByWords(runs: readonly KeptRun[], courseTitle: string | null): readonly Group[] {
  const groups = new Map<string, { readonly said: Said; readonly runs: KeptRun[] }>();
  for (const run of runs) {
    const said = sayOfSome(run.state, courseTitle);
    const group = groups.get(said.words) ?? { said, runs: [] };
    groups.set(said.words, group);
    group.runs.push(run);
  }
  return [...groups.values()];
}

/** What goes on after "3 runs". */
function sayOfSome(state: KeptState, courseTitle: string | null): Said {
  switch (state.status) {
    case "local":
      return sayLocal(state.why, courseTitle);
    case "waiting":
      return { tone: "plain", words: WAITING[state.why] };
    case "sending":
      return { tone: "plain", words: "being sent." };
    case "sent":
      return { tone: "good", words: "sent." };
    case "refused":
      return { tone: "failed", words: `refused by the server: ${state.message}` };
    default:
      return state satisfies never;
  }
}

const WAITING: Record<Extract<KeptState, { status: "waiting" }>["why"], string> = {
  new: "about to be sent.",
  away: "waiting: the server cannot be reached. Sent when the network is back.",
  fault: "waiting: the server could not take it just now. Tried again soon.",
};

function sayLocal(why: Extract<KeptState, { status: "local" }>["why"], courseTitle: string | null): Said {
  switch (why) {
    case "noCourse":
      return {
        tone: "plain",
        words:
          courseTitle === null ? "trained without a class." : `trained before you joined ${courseTitle}.`,
      };
    case "notMember":
      return {
        tone: "failed",
        words: "not taken: the class did not know this browser. Join it again, then send what is here.",
      };
    case "diverged":
      return { tone: "failed", words: "diverged: there is no model to check, so nothing is sent." };
    default:
      return why satisfies never;
  }
}
