import { batch, createEffect, createSignal, onCleanup } from "solid-js";
import { type Attempt, answerOf } from "../../../../shared/assignment/answers.ts";
import { type CellOf, listCells } from "../../../../shared/assignment/assignment.ts";
import type { CellInProgress } from "../../../outbox/cell-in-progress.ts";
import type { Notebook } from "../../../state/notebook.ts";
import type { LiveCurve, TrainingState } from "../../../state/training-run.ts";
import type { ReadingThread } from "../code/reading-thread.ts";
import { isFull, withAttempt } from "./attempts.ts";
import { createTrials } from "./create-trials.ts";
import type { CellRun } from "./specs.ts";
import type { Trial } from "./trial.ts";
import { makeTrial, type Refusal, type Wish } from "./wish.ts";

type RunCell = CellOf<"run">;

/** Where a run cell is. */
export type CellStanding =
  | { readonly status: "idle" }
  /** Other cells train first. */
  | { readonly status: "waiting" }
  | { readonly status: "training"; readonly state: TrainingState; readonly runs: readonly CellRun[] }
  /** How its last training ended; `lost` says why no run gave numbers, null where some did; `onDevice` where the device failed. */
  | {
      readonly status: "over";
      readonly state: TrainingState;
      readonly lost: string | null;
      readonly onDevice: boolean;
    }
  | Refusal;

/** What came of "Run all": how many parts were trained, had been trained before, and cannot be trained. */
export type Tally = { readonly trained: number; readonly same: number; readonly refused: number };

const IDLE: CellStanding = { status: "idle" };

/** Trains the run cells of a page one after another, in the order in which they stand in the homework. */
export function createRunQueue(notebook: Notebook, reader: ReadingThread) {
  const trials = createTrials(notebook);
  const [waiting, setWaiting] = createSignal<readonly Wish[]>([]);
  const [current, setCurrent] = createSignal<Trial | null>(null);
  const [ends, setEnds] = createSignal<ReadonlyMap<string, CellStanding>>(new Map());
  const [tally, setTally] = createSignal<Tally | null>(null);
  let isWorking = false;
  onCleanup(() => drop(() => true));
  // The page may have been left right after an attempt was written down: nothing is left to go on with.
  createEffect(() => {
    const row = trials.offered();
    if (row !== null && isConcluded(row)) trials.forget();
  });
  function isConcluded({ cell, attempt, runs }: CellInProgress): boolean {
    const there = answerOf(notebook.answers(), "run", cell)?.attempts.find(({ id }) => id === attempt.id);
    return there !== undefined && there.runs.length + there.failed.length >= runs.length;
  }

  const cells = (): readonly RunCell[] => {
    const view = notebook.assignment();
    const placed = view === null ? [] : listCells(view.assignment);
    return placed.flatMap(({ cell }) => (cell.kind === "run" ? [cell] : []));
  };
  const isBusy = (cell: string) =>
    current()?.cell.id === cell || waiting().some((wish) => wish.cell.id === cell);
  function end(cell: string, standing: CellStanding): void {
    setEnds(new Map(ends()).set(cell, standing));
  }

  function ask(wishes: readonly Wish[]): void {
    const order = cells().map(({ id }) => id);
    const fresh = wishes.filter(({ cell }) => !isBusy(cell.id));
    const all = [...waiting(), ...fresh];
    setWaiting(all.toSorted((a, b) => order.indexOf(a.cell.id) - order.indexOf(b.cell.id)));
    void work();
  }

  /** Takes wishes out of the queue; what a closed tab left is then for another page to offer. */
  function drop(isDropped: (wish: Wish) => boolean): void {
    for (const wish of waiting().filter(isDropped)) if (wish.kind === "row") wish.taken.release();
    setWaiting(waiting().filter((wish) => !isDropped(wish)));
  }

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    try {
      for (let [wish] = waiting(); wish !== undefined; [wish] = waiting()) await take(wish);
    } finally {
      isWorking = false;
    }
  }

  async function take(wish: Wish): Promise<void> {
    const trial = await makeTrial(wish, { notebook, reader });
    // It may have been taken out of the queue since.
    if (!waiting().includes(wish)) return;
    batch(() => {
      setCurrent(trial.ok ? trial.value : null);
      setWaiting(waiting().filter((one) => one !== wish));
    });
    const count = tally();
    if (wish.kind === "fresh" && count !== null) {
      const kind = trial.ok ? "trained" : trial.error === null ? "same" : "refused";
      setTally({ ...count, [kind]: count[kind] + 1 });
    }
    if (trial.ok) await train(trial.value, wish);
    else if (trial.error !== null) end(wish.cell.id, trial.error);
  }

  async function train(trial: Trial, wish: Wish): Promise<void> {
    const { cell } = trial;
    let lost: string | null = null;
    let failedOnDevice = false;
    await trials.train(trial, {
      taken: wish.kind === "row" ? wish.taken : null,
      put(attempt, { onDevice }) {
        failedOnDevice = onDevice;
        if (attempt.runs.length > 0)
          notebook.write(cell.id, withAttempt(notebook.answer("run", cell), attempt));
        else lost = attempt.failed[0]?.message ?? null;
      },
    });
    batch(() => {
      end(cell.id, { status: "over", state: trials.state(), lost, onDevice: failedOnDevice });
      setCurrent(null);
    });
  }

  return {
    /** Trains a cell's class with its settings, as one more attempt. */
    run: (cell: RunCell) => ask([{ kind: "part", cell }]),
    /** The same of every cell that has no attempt with its class and settings yet. */
    runAll(): void {
      setTally({ trained: 0, same: 0, refused: 0 });
      ask(cells().map((cell) => ({ kind: "fresh", cell })));
    },
    /** Of the last "Run all"; null before it. */
    tally,
    /** Trains the very runs of an attempt again: the same numbers, in its place. */
    again: (cell: RunCell, attempt: Attempt) => ask([{ kind: "again", cell, attempt }]),
    /** Ends a cell's training, or takes it out of the queue. What is finished is kept. */
    stop(cell: string): void {
      drop((wish) => wish.cell.id === cell);
      if (current()?.cell.id === cell) trials.stop();
    },
    stopAll(): void {
      drop(() => true);
      trials.stop();
    },
    /** Forgets how a cell's last training ended. */
    clear(cell: string): void {
      setEnds(new Map([...ends()].filter(([id]) => id !== cell)));
    },
    standing(cell: string): CellStanding {
      const trial = current();
      if (trial?.cell.id === cell) return { status: "training", state: trials.state(), runs: trial.runs };
      if (waiting().some((wish) => wish.cell.id === cell)) return { status: "waiting" };
      return ends().get(cell) ?? IDLE;
    },
    /** The cell that trains, and how many wait for it. */
    current: () => current()?.cell ?? null,
    waiting: () => waiting().length,
    /** The losses of the cell that trains. */
    curves: (): readonly LiveCurve[] => trials.curves(),
    /** What a closed tab left of a cell's training; null for none. */
    interrupted(cell: string): CellInProgress | null {
      const row = trials.offered();
      return row?.cell === cell && !isConcluded(row) ? row : null;
    },
    goOn(cell: RunCell): void {
      if (isBusy(cell.id)) return;
      if (isFull(notebook.answer("run", cell))) {
        end(cell.id, { status: "full" });
        return;
      }
      const taken = trials.take();
      if (taken !== null) ask([{ kind: "row", cell, taken }]);
    },
    forget: trials.forget,
  };
}
