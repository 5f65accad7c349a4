import { type Accessor, createMemo, onCleanup } from "solid-js";
import {
  type Assignment,
  type CellOf,
  listCells,
  type PlacedCell,
} from "../../../shared/assignment/assignment.ts";
import { type AssignmentCheck, checkAssignment } from "../../../shared/assignment/completeness.ts";
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
  const check = createMemo(() =>
    checkAssignment(notebook.answers(), { assignment: assignment(), readCode: readings.verdict }),
  );
  return { notebook, assignment, cells, readings, runs: createRunBench(notebook, thread), check };
}
