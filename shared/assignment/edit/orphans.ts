import { type Assignment, listCells } from "../assignment.ts";
import { type DraftAssignment, listDraftCells } from "./draft.ts";

/** A cell that students answered and that would no longer take their answers. */
export type Orphan = {
  readonly cell: string;
  /** Where it stands now: `Problem 1 (f)`. */
  readonly place: string;
  readonly why: "removed" | "otherKind";
  /** How many students answered it. */
  readonly students: number;
};

/** What a change would leave without a cell. `answered` is how many students answered each cell. */
export function listOrphans(
  before: Assignment,
  after: DraftAssignment,
  answered: ReadonlyMap<string, number>,
): readonly Orphan[] {
  const kinds = new Map(listDraftCells(after).map(({ id, kind }) => [id, kind]));
  return listCells(before).flatMap(({ problem, part, cell }) => {
    const students = answered.get(cell.id) ?? 0;
    if (students === 0 || kinds.get(cell.id) === cell.kind) return [];
    const place = `Problem ${problem.number}${part === null ? "" : ` (${part.letter})`}`;
    return [{ cell: cell.id, place, why: kinds.has(cell.id) ? "otherKind" : "removed", students }];
  });
}
