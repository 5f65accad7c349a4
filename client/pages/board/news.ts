import type { Board, BoardRow } from "../../../shared/api/boards.ts";
import { formatValue } from "../../parts/board-words.ts";
import { plural } from "../../parts/numbers.ts";

/** Runs that are ranked in `latest` and were not in `shown`. */
export function newResults(shown: readonly BoardRow[], latest: readonly BoardRow[]): readonly BoardRow[] {
  const known = new Set(shown.map(({ runLink }) => runLink));
  return latest.filter(({ runLink }) => !known.has(runLink));
}

/** Whether two answers are of the same ranking. */
export function isSameRanking(a: Board, b: Board): boolean {
  return a.width === b.width && a.rule.id === b.rule.id && a.course === b.course;
}

/** What a screen reader says when results came in where it reads, as `at hidden size 20` or ""; null when nothing there changed. */
export function sayNews(before: Board, after: Board, where: string): string | null {
  if (!isSameRanking(before, after)) return null;
  const fresh = newResults(before.rows, after.rows);
  if (fresh.length === 0) return null;
  const [first] = after.rows;
  const lead =
    first === undefined || first.runLink === before.rows[0]?.runLink
      ? ""
      : ` Now first: ${first.name ?? first.pseudonym} with ${formatValue(after.rule.metric, first.value)}.`;
  return `${plural(fresh.length, "new result")}${where === "" ? "" : ` ${where}`}.${lead}`;
}
