import { createSignal } from "solid-js";
import type { Notebook } from "../../../state/notebook.ts";
import type { ReadingThread } from "../code/reading-thread.ts";
import { createRemovals } from "./create-removals.ts";
import { createWarnings } from "./create-warnings.ts";
import { createRunQueue } from "./queue.ts";

export type RunBench = ReturnType<typeof createRunBench>;

/** What the run and plot cells of a page share. */
export function createRunBench(notebook: Notebook, reader: ReadingThread) {
  const [compared, setCompared] = createSignal<ReadonlyMap<string, string>>(new Map());
  return {
    queue: createRunQueue(notebook, reader),
    /** Deletes attempts and brings them back. */
    removals: createRemovals(notebook),
    /** What looks wrong in the attempts that count and in the plots of them. */
    warnings: createWarnings(notebook, reader),
    /** The attempt of a run cell that is drawn faintly beside the one that counts; null for none. */
    compared: (cell: string): string | null => compared().get(cell) ?? null,
    compare(cell: string, attempt: string | null): void {
      const next = new Map(compared());
      if (attempt === null) next.delete(cell);
      else next.set(cell, attempt);
      setCompared(next);
    },
  };
}
