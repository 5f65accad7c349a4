import { onCleanup } from "solid-js";
import type { Attempt, AttemptRun } from "../../../../shared/assignment/answers.ts";
import type { CellInProgress } from "../../../outbox/cell-in-progress.ts";
import { type InProgress, isCell } from "../../../outbox/in-progress.ts";
import { createOutbox } from "../../../state/outbox.ts";
import { createProgress } from "../../../state/progress.ts";
import { rememberRunContents } from "../../../state/run-contents.ts";
import { createTraining } from "../../../state/training.ts";
import type { FinishedOne, Run } from "../../../state/training-run.ts";
import { concludeTrial, isSound, type Trial } from "./trial.ts";

/** How an attempt ended beside its runs: `onDevice` where the device failed and not the model. */
type Ended = { readonly onDevice: boolean };

function failedOnDevice({ outcome }: Run): boolean {
  return outcome.status === "failed" && ["device", "lost", "crash"].includes(outcome.reason);
}

/**
 * Trains one attempt after another: finished runs go to the outbox at once, and what a closed tab would lose is written
 * down. Signals are those of the attempt that trains.
 */
export function createTrials({ course, member }: { readonly course: string; readonly member: string }) {
  const outbox = createOutbox();
  const isOurs = (row: InProgress): row is CellInProgress =>
    isCell(row) && row.course === course && row.member === member;
  const progress = createProgress(isOurs);
  let keep: (run: FinishedOne) => void = () => {};
  const training = createTraining({ onFinished: (run) => keep(run) });
  let isLeft = false;
  onCleanup(() => {
    isLeft = true;
  });

  /**
   * Resolves when the attempt is over and was given to `put`, which is to write it down. When the page was left on the way,
   * it is offered again instead.
   */
  async function train(
    trial: Trial,
    {
      taken,
      put,
    }: { taken: ReturnType<typeof progress.take>; put: (attempt: Attempt, ended: Ended) => void },
  ): Promise<void> {
    const { cell, attempt, runs, begun } = trial;
    const done: AttemptRun[] = [...trial.done];
    const keeping: Promise<void>[] = [];
    const makeRow = (written: Pick<InProgress, "id" | "keptAt" | "over" | "checkpoints">): CellInProgress => {
      const row = { course, member, cell: cell.id, attempt, runs: [...runs], done: [...done] };
      return { ...written, ...row, preference: "auto" };
    };
    const book = await progress.open(makeRow, { taken, begun });
    keep = (run) => {
      if (isSound(run)) keeping.push(keepRun(run));
    };
    async function keepRun({ spec, choice, outcome }: FinishedOne): Promise<void> {
      const { engine, device } = choice;
      const { history, metrics, weights, durationMs } = outcome;
      const id = await outbox.keep({ spec, engine, device, history, metrics, weights, durationMs });
      rememberRunContents(id, { history, weights });
      const place = runs.findIndex((one) => one.spec === spec);
      done.push({ id, width: runs[place]?.width ?? null, spec, metrics });
      // Not before the run is kept: what is over is not trained again.
      book.close(place);
    }
    await training.start({
      experiment: attempt.id,
      specs: runs.map(({ spec }) => spec),
      preference: "auto",
      begun,
      progress: Promise.resolve({
        keep: book.keep,
        close: () => {},
        end: () => Promise.resolve(),
        leave: () => {},
      }),
    });
    await Promise.all(keeping);
    if (isLeft) return book.leave();
    const ended = training.runs().filter(({ experiment }) => experiment === attempt.id);
    put(concludeTrial(trial, { done, ended, at: Date.now() }), { onDevice: ended.some(failedOnDevice) });
    training.clear();
    await book.end();
  }

  return {
    train,
    state: training.state,
    curves: training.curves,
    stop: training.stop,
    /** What a closed tab left, if there is any. */
    offered: progress.offered,
    take: progress.take,
    forget: () => void progress.discard(),
  };
}
