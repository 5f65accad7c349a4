import { type Accessor, createMemo, onCleanup } from "solid-js";
import {
  type Assignment,
  type CellOf,
  listCells,
  type PlacedCell,
} from "../../../shared/assignment/assignment.ts";
import { type AssignmentCheck, checkAssignment } from "../../../shared/assignment/completeness.ts";
import { isSame } from "../../drafts/same.ts";
import type { Notebook } from "../../state/notebook.ts";
import { createReadings, type Readings } from "./code/create-readings.ts";
import { makeReadingThread } from "./code/reading-thread.ts";
import { createRunBench, type RunBench } from "./runs/bench.ts";

/** The notebook with what is known of it as a whole; every cell of the page gets this. */
export type Work = {
  readonly notebook: Notebook;
  readonly assignment: Accessor<Assignment>;
  readonly cells: Accessor<readonly PlacedCell[]>;
  readonly readings: Readings;
  /** What trains, what was trained, and what looks wrong in it. */
  readonly runs: RunBench;
  /** Every part with what is missing in it. */
  readonly check: Accessor<AssignmentCheck>;
};

export function createWork(notebook: Notebook, assignment: Accessor<Assignment>): Work {
  const cells = createMemo(() => listCells(assignment()));
  const codeCells = createMemo(() =>
    cells().flatMap(({ cell }): CellOf<"code">[] => (cell.kind === "code" ? [cell] : [])),
  );
  const thread = makeReadingThread();
  onCleanup(thread.close);
  const readings = createReadings(notebook, codeCells, thread);
  const check = createMemo<AssignmentCheck>((before) =>
    keepUnchanged(
      before,
      checkAssignment(notebook.answers(), { assignment: assignment(), readCode: readings.verdict }),
    ),
  );
  return { notebook, assignment, cells, readings, runs: createRunBench(notebook, thread), check };
}

/** The same objects where they say the same: a letter more in a text draws nothing anew. */
function keepUnchanged(before: AssignmentCheck | undefined, now: AssignmentCheck): AssignmentCheck {
  if (before === undefined) return now;
  const parts = now.parts.map((part, i) => {
    const old = before.parts[i];
    return old?.part === part.part && isSame(old.missing, part.missing) && old.state === part.state
      ? old
      : part;
  });
  const cover = isSame(before.cover, now.cover) ? before.cover : now.cover;
  const isOld = cover === before.cover && parts.every((part, i) => part === before.parts[i]);
  return isOld && parts.length === before.parts.length ? before : { parts, cover };
}
