import type { RosterLine, RosterReport } from "../../../../shared/api/roster.ts";
import { WORDS } from "../../../../shared/roster/columns.ts";
import { formatNumber, plural } from "../../../parts/numbers.ts";

export type Outcome = RosterLine["outcome"];
/** In the order in which one looks: what must be mended first, what stays as it is last. */
export const OUTCOMES: readonly Outcome[] = ["wrong", "changed", "added", "skipped", "same"];

export function countLines({ lines }: RosterReport, outcome: Outcome): number {
  return lines.filter((line) => line.outcome === outcome).length;
}

/** What comes of one line, in words. */
export function sayLine(line: RosterLine): string {
  switch (line.outcome) {
    case "added":
      return "added";
    case "changed":
      return line.changes
        .map(({ field, from, to }) =>
          from === ""
            ? `${WORDS[field]} becomes “${to}”, was empty`
            : `${WORDS[field]} becomes ${to === "" ? "empty" : `“${to}”`}, was “${from}”`,
        )
        .join("; ");
    case "same":
      return "stays as it is";
    case "skipped":
    case "wrong":
      return line.why;
    default:
      return line satisfies never;
  }
}

const LINES_NAMED = 6;

/** What an import would do, or did, in a sentence. */
export function sayReport(report: RosterReport): string {
  const [added, changed, same] = (["added", "changed", "same"] as const).map((one) =>
    countLines(report, one),
  );
  const wrong = report.lines.filter(({ outcome }) => outcome === "wrong");
  if (wrong.length > 0) {
    const named = wrong.slice(0, LINES_NAMED).map(({ line }) => formatNumber(line));
    const more = wrong.length - named.length;
    const lines = more > 0 ? `${named.join(", ")} and ${formatNumber(more)} more` : joinWords(named);
    return `Nothing can be imported yet: mend line${wrong.length === 1 ? "" : "s"} ${lines} in the file, then choose it again.`;
  }
  const removed = report.missing.filter((one) => one.removed).length;
  const verb = report.imported ? "" : "to be ";
  const done = [
    added ? `${plural(added, "student")} ${verb}added` : "",
    changed ? `${formatNumber(changed)} ${verb}changed` : "",
    removed ? `${formatNumber(removed)} ${verb}taken out` : "",
  ].filter((part) => part !== "");
  if (done.length === 0)
    return `Nothing changes: the roster has all ${formatNumber(same ?? 0)} as the file has them.`;
  const rest = same
    ? `; ${formatNumber(same)} ${same === 1 ? "stays" : "stay"} as ${same === 1 ? "it is" : "they are"}`
    : "";
  return `${report.imported ? "Imported: " : ""}${joinWords(done)}${rest}.`;
}

/** Whether an import would change anything, and may. */
export function isImportable(report: RosterReport): boolean {
  const has = (outcome: Outcome) => report.lines.some((line) => line.outcome === outcome);
  return !has("wrong") && (has("added") || has("changed") || report.missing.some(({ removed }) => removed));
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
