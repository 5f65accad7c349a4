import type { Board, BoardRow } from "../../../shared/api/boards.ts";
import { formatLoss, plural } from "../../parts/numbers.ts";
import type { WidthWords } from "./words.ts";

/** Runs that are ranked in `latest` and were not in `shown`. */
export function newResults(shown: readonly BoardRow[], latest: readonly BoardRow[]): readonly BoardRow[] {
  const known = new Set(shown.map(({ runLink }) => runLink));
  return latest.filter(({ runLink }) => !known.has(runLink));
}

/** What a screen reader says when results came in at the width that is read; null when nothing there changed. */
export function sayNews(before: Board, after: Board, words: WidthWords): string | null {
  if (before.width !== after.width || before.problem !== after.problem) return null;
  const fresh = newResults(before.rows, after.rows);
  if (fresh.length === 0) return null;
  const [first] = after.rows;
  const lead =
    first === undefined || first.runLink === before.rows[0]?.runLink
      ? ""
      : ` Now first: ${first.pseudonym} with ${formatLoss(first.testMse)}.`;
  return `${plural(fresh.length, "new result")} ${words.at(after.width)}.${lead}`;
}
