import { createEffect, createSignal, onCleanup, type Signal, untrack } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import type { CodeVerdict } from "../../../../shared/assignment/completeness.ts";
import type { Notebook } from "../../../state/notebook.ts";
import type { CodeReading } from "./read-code.ts";
import type { ReadingThread } from "./reading-thread.ts";

/** A class is read when nothing was typed for this long. */
const READ_AFTER_MILLISECONDS = 300;

export type Readings = ReturnType<typeof createReadings>;
type Latest = { readonly source: string; readonly reading: CodeReading };

/** What was read of every code cell's class, kept up as it is written. */
export function createReadings(
  notebook: Notebook,
  cells: () => readonly CellOf<"code">[],
  thread: ReadingThread,
) {
  const latest = new Map<string, Signal<Latest | null>>();

  function latestOf(cell: string): Signal<Latest | null> {
    const there = latest.get(cell);
    if (there !== undefined) return there;
    const made = createSignal<Latest | null>(null);
    latest.set(cell, made);
    return made;
  }

  createEffect(() => {
    for (const cell of cells()) createReading(cell);
  });

  function createReading(cell: CellOf<"code">): void {
    const [known, setKnown] = latestOf(cell.id);
    createEffect(() => {
      const { source } = notebook.answer("code", cell);
      let isOld = false;
      const read = async () => {
        const reading = await thread.read({ reads: cell.reads, itemShape: cell.itemShape }, source);
        if (!isOld) setKnown({ source, reading });
      };
      const timer = setTimeout(read, untrack(known) === null ? 0 : READ_AFTER_MILLISECONDS);
      onCleanup(() => {
        isOld = true;
        clearTimeout(timer);
      });
    });
  }

  return {
    /** The last reading of a cell, which may be of an earlier source; null before the first. */
    reading: (cell: string): Latest | null => latestOf(cell)[0](),

    verdict(cell: CellOf<"code">, source: string): CodeVerdict {
      const known = latestOf(cell.id)[0]();
      if (known === null || known.source !== source) return { status: "reading" };
      if (known.reading.ok) return { status: "accepted" };
      const [first] = known.reading.error;
      const { line = 1, message = "the class cannot be read" } = first ?? {};
      return { status: "refused", line, message };
    },
  };
}
