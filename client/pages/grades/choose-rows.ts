import { holdsWords } from "../../parts/student-search.ts";
import { needsGrading, type Row } from "./rows.ts";

/** Which students a table shows. */
export const SHOWN = ["all", "needsGrading", "late", "nothingHandedIn", "requests"] as const;
export type Shown = (typeof SHOWN)[number];

export type RowFilter = {
  readonly shown: Shown;
  /** Of the roster; null for all. */
  readonly section: string | null;
  /** What a name or pseudonym is to hold. */
  readonly typed: string;
};

/** What rows are sorted by: a column, or a part by its place. */
export type SortKey = "student" | "days" | "earned" | "total" | number;
export type Sorting = { readonly by: SortKey; readonly down: boolean };

/** The rows that pass a filter, in an order; who has no number in the column comes last either way. */
export function chooseRows(rows: readonly Row[], filter: RowFilter, sorting: Sorting): readonly Row[] {
  const chosen = rows.filter((row) => passes(row, filter));
  const sign = sorting.down ? -1 : 1;
  if (sorting.by === "student") return sorting.down ? chosen.toReversed() : chosen;
  return chosen.toSorted((a, b) => {
    const [left, right] = [numberIn(a, sorting.by), numberIn(b, sorting.by)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

function passes(row: Row, { shown, section, typed }: RowFilter): boolean {
  if (section !== null && row.who?.section !== section) return false;
  if (!holdsWords(`${row.call} ${row.who?.pseudonym ?? row.handle}`, typed)) return false;
  switch (shown) {
    case "all":
      return true;
    case "needsGrading":
      return needsGrading(row);
    case "late":
      return row.days > 0;
    case "nothingHandedIn":
      return row.submission === null;
    case "requests":
      return row.requests > 0;
    default:
      return shown satisfies never;
  }
}

function numberIn(row: Row, by: SortKey): number | null {
  if (typeof by === "number") return row.scores[by] ?? null;
  return by === "student" ? null : row[by];
}

/** What a press on a column's name does: up, then down, then as it came. */
export function nextSorting(now: Sorting, by: SortKey): Sorting {
  if (now.by !== by) return { by, down: false };
  return now.down ? { by: "student", down: false } : { by, down: true };
}

/** The sections of the roster, by name. */
export function listSections(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ who }) => who?.section ?? ""))].filter((name) => name !== "").toSorted();
}
