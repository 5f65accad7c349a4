import { createSignal } from "solid-js";
import type { Attempt } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import type { Notebook } from "../../../state/notebook.ts";
import { isFull, withAttemptBack, withoutAttempt } from "./attempts.ts";

type Removed = { readonly attempt: Attempt; readonly wasPinned: boolean };

/** Deletes attempts, and brings the last one of a cell back. */
export function createRemovals(notebook: Notebook) {
  const [removed, setRemoved] = createSignal<ReadonlyMap<string, Removed>>(new Map());
  const answer = (cell: CellOf<"run">) => notebook.answer("run", cell);
  return {
    /** The attempt that was deleted last from a cell; null where it was brought back. */
    removed: (cell: string): Attempt | null => removed().get(cell)?.attempt ?? null,
    /** Whether there is room for it again. */
    canUndo: (cell: CellOf<"run">): boolean => !isFull(answer(cell)),
    remove(cell: CellOf<"run">, attempt: Attempt): void {
      const wasPinned = answer(cell).pinned === attempt.id;
      setRemoved(new Map(removed()).set(cell.id, { attempt, wasPinned }));
      notebook.write(cell.id, withoutAttempt(answer(cell), attempt.id));
    },
    undo(cell: CellOf<"run">): void {
      const gone = removed().get(cell.id);
      if (gone !== undefined)
        notebook.write(cell.id, withAttemptBack(answer(cell), gone.attempt, gone.wasPinned));
      setRemoved(new Map([...removed()].filter(([id]) => id !== cell.id)));
    },
  };
}
