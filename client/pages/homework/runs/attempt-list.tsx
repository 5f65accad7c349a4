import { For, Show } from "solid-js";
import { type Attempt, countingAttempt } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { Button } from "../../../parts/button.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import type { Work } from "../work.ts";
import { AttemptRow } from "./attempt-row.tsx";

/** Every attempt of a cell, the newest first: which one counts, and what may be done with each. */
export function AttemptList(props: {
  work: Work;
  cell: CellOf<"run">;
  shown: string | null;
  onShow: (attempt: string) => void;
}) {
  const { notebook, runs } = props.work;
  const answer = () => notebook.answer("run", props.cell);
  const write = (next: ReturnType<typeof answer>) => notebook.write(props.cell.id, next);
  // By id, so that a row, and what is typed into it, stays while its attempt changes.
  const ids = () =>
    answer()
      .attempts.map(({ id }) => id)
      .toReversed();
  const find = (id: string) => answer().attempts.find((one) => one.id === id) ?? null;
  const counts = (id: string) => countingAttempt(answer())?.id === id;
  const compared = () => runs.compared(props.cell.id);

  let undo: HTMLButtonElement | undefined;

  function remove(attempt: Attempt): void {
    runs.removals.remove(props.cell, attempt);
    runs.queue.clear(props.cell.id);
    // The button that was pressed is gone.
    undo?.focus();
  }

  return (
    <section class="attempts" aria-label={`Attempts of ${props.cell.label}`}>
      <h4>Attempts</h4>
      <ul>
        <For each={ids()}>
          {(id) => (
            <Show when={find(id)}>
              {(attempt) => (
                <AttemptRow
                  cell={props.cell}
                  attempt={attempt()}
                  counts={counts(id)}
                  isPinned={answer().pinned === id}
                  isOnly={ids().length === 1}
                  isShown={props.shown === id}
                  isCompared={compared() === id}
                  onShow={() => props.onShow(id)}
                  onRename={(name) =>
                    write({
                      ...answer(),
                      attempts: answer().attempts.map((one) => (one.id === id ? { ...one, name } : one)),
                    })
                  }
                  onPin={() => write({ ...answer(), pinned: answer().pinned === id ? null : id })}
                  onCompare={() => runs.compare(props.cell.id, compared() === id ? null : id)}
                  onDelete={() => remove(attempt())}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <div role="status">
        <Show when={runs.removals.removed(props.cell.id)}>
          {(gone) => (
            <div class="row">
              <StatusLine>“{gone().name}” is deleted.</StatusLine>
              <Show when={runs.removals.canUndo(props.cell)}>
                <Button
                  kind="quiet"
                  ref={(button) => {
                    undo = button;
                  }}
                  onClick={() => runs.removals.undo(props.cell)}
                >
                  Undo
                </Button>
              </Show>
            </div>
          )}
        </Show>
      </div>
    </section>
  );
}
