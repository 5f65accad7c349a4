import { type Answers, answerOf, countingAttempt } from "./answers.ts";
import { type Assignment, listCells } from "./assignment.ts";
import { listLossWarnings } from "./warnings/loss.ts";
import { listModelWarnings } from "./warnings/model.ts";
import { listSeparationWarnings } from "./warnings/separation.ts";
import { listSettingWarnings } from "./warnings/settings.ts";
import type { Counting, Facts, Warning } from "./warnings/warning.ts";

export type { Facts, Warning, WarningKind } from "./warnings/warning.ts";

/** What looks wrong in the attempts that count and in the plots of them, in the order of the pages. */
export function listWarnings(assignment: Assignment, answers: Answers, facts: Facts): readonly Warning[] {
  const cells = listCells(assignment).map(({ cell }) => cell);
  const countings = cells.flatMap((cell): Counting[] => {
    const attempt = cell.kind === "run" ? countingAttempt(answerOf(answers, "run", cell.id)) : null;
    return cell.kind === "run" && attempt !== null ? [{ cell, attempt }] : [];
  });
  return cells.flatMap((cell): readonly Warning[] => {
    if (cell.kind === "plot") {
      return listSeparationWarnings(cell, answerOf(answers, "plot", cell.id), countings);
    }
    const counting = countings.find((one) => one.cell === cell);
    if (counting === undefined) return [];
    return [
      ...listLossWarnings(counting, facts),
      ...listModelWarnings(counting, facts),
      ...listSettingWarnings(counting),
    ];
  });
}
