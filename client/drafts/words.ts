import type { Said } from "../outbox/words.ts";
import type { Standing } from "./standing.ts";

/** Where an answer is, in words. `time` says a time in ISO 8601 for the reader. */
export function sayStanding(standing: Standing, time: (iso: string) => string): Said {
  switch (standing.status) {
    case "untouched":
      return { tone: "muted", words: "Nothing written yet." };
    case "saving":
      return { tone: "muted", words: "Saving." };
    case "savedHere":
      return { tone: "plain", words: sayHere(standing.why) };
    case "saved":
      return { tone: "good", words: `Saved ${time(standing.at)}.` };
    case "conflict":
      return { tone: "failed", words: "There are two versions of this answer. Choose which one to keep." };
    case "failed":
      return { tone: "failed", words: standing.message };
    default:
      return standing satisfies never;
  }
}

function sayHere(why: Extract<Standing, { status: "savedHere" }>["why"]): string {
  switch (why) {
    case "away":
      return "Saved on this device; will be sent when the network is back.";
    case "fault":
      return "Saved on this device; the server could not take it just now and gets it again soon.";
    case "notMember":
      return "Saved on this device; the class no longer knows this browser as the one who wrote it. Load the page again.";
    default:
      return why satisfies never;
  }
}

/** Where all of a notebook's answers are: the one thing that matters most. */
export function sayAll(
  standings: readonly { readonly cell: string; readonly standing: Standing }[],
  time: (iso: string) => string,
): Said {
  const have = <S extends Standing["status"]>(status: S) =>
    standings.map(({ standing }) => standing).filter((one) => one.status === status);
  const conflicts = have("conflict").length;
  if (conflicts > 0) {
    const words =
      conflicts === 1
        ? "One answer has two versions: choose which one to keep."
        : `${conflicts} answers have two versions: choose which ones to keep.`;
    return { tone: "failed", words };
  }
  const [worst] = [...have("failed"), ...have("savedHere"), ...have("saving")];
  if (worst !== undefined) return sayStanding(worst, time);
  const saved = standings.flatMap(({ standing }) => (standing.status === "saved" ? [standing.at] : []));
  const last = saved.toSorted().at(-1);
  return last === undefined
    ? { tone: "muted", words: "What you write saves itself." }
    : { tone: "good", words: `Everything is saved, last ${time(last)}.` };
}
