import type { Attempt, AttemptRun } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { type Begun, NOTHING_BEGUN } from "../../../engine/recovery.ts";
import type { CellInProgress } from "../../../outbox/cell-in-progress.ts";
import { readBegun } from "../../../outbox/in-progress.ts";
import { ranAway } from "../../../state/runaway.ts";
import { isFinished, type Run } from "../../../state/training-run.ts";
import type { CellRun } from "./specs.ts";

/** An attempt that is to be trained, or trained on. */
export type Trial = {
  readonly cell: CellOf<"run">;
  readonly attempt: Pick<Attempt, "id" | "name" | "settings">;
  readonly runs: readonly CellRun[];
  /** The runs that are over. */
  readonly done: readonly AttemptRun[];
  readonly begun: Begun;
};

/** Trains the very specs of an attempt again, in its place: the same numbers, with histories and weights that are here. */
export function trialOfAttempt(cell: CellOf<"run">, { id, name, settings, runs }: Attempt): Trial {
  return { cell, attempt: { id, name, settings }, runs, done: [], begun: NOTHING_BEGUN };
}

/** Goes on where a closed tab left an attempt. */
export function trialOfRow(cell: CellOf<"run">, row: CellInProgress): Trial {
  const { attempt, runs, done } = row;
  return { cell, attempt, runs, done, begun: readBegun(row) };
}

/** What came of a trial: an attempt, whose runs are none where nothing gave numbers. `at` is when it ended, in milliseconds since 1970. */
export function concludeTrial(
  { attempt, runs }: Trial,
  { done, ended, at }: { done: readonly AttemptRun[]; ended: readonly Run[]; at: number },
): Attempt {
  const doneAt = (width: number | null) => done.find((one) => one.width === width);
  return {
    ...attempt,
    at,
    runs: runs.flatMap(({ width }) => doneAt(width) ?? []),
    failed: runs
      .filter(({ width }) => doneAt(width) === undefined)
      .map(({ width, spec }) => ({ width, message: sayWhy(ended.find((run) => run.spec === spec)) })),
  };
}

/** Whether a run that is over gives numbers that say something about its model. */
export function isSound(run: Run): boolean {
  return isFinished(run) && !ranAway(run);
}

function sayWhy(run: Run | undefined): string {
  if (run === undefined) return "Stopped before it was done.";
  if (run.outcome.status === "failed") return run.outcome.message;
  return `Diverged: the loss ended far above where it began; try a smaller learning rate than ${run.spec.optimizer.learningRate}.`;
}
