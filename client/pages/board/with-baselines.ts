import type { Baseline, Board, BoardRow } from "../../../shared/api/boards.ts";
import { isMoreBetter } from "../../../shared/boards/metrics.ts";

/** A line of the table: a run that is ranked, or a baseline that stands among them. */
export type Line =
  | { readonly kind: "run"; readonly row: BoardRow }
  | { readonly kind: "baseline"; readonly baseline: Baseline };

/** The rows in their order, and each baseline before the first row that is worse than it. */
export function withBaselines({
  rule,
  rows,
  baselines,
}: Pick<Board, "rule" | "rows" | "baselines">): readonly Line[] {
  const cost = (value: number) => (isMoreBetter(rule.metric) ? -value : value);
  // A sort that leaves equals as they were: of a baseline and a run with the same value, the baseline comes first.
  return [
    ...baselines.map((baseline): Line => ({ kind: "baseline", baseline })),
    ...rows.map((row): Line => ({ kind: "run", row })),
  ].toSorted((a, b) => cost(amountOf(a)) - cost(amountOf(b)));
}

function amountOf(line: Line): number {
  return line.kind === "run" ? line.row.value : line.baseline.value;
}
