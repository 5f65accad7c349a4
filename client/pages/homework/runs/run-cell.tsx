import { createEffect, createMemo, createSignal, createUniqueId, on, Show } from "solid-js";
import { countingAttempt } from "../../../../shared/assignment/answers.ts";
import { type CellOf, findCell } from "../../../../shared/assignment/assignment.ts";
import { Interrupted } from "../../../parts/interrupted.tsx";
import { WhenNear } from "../../../parts/when-near.tsx";
import { CellFrame } from "../cells/cell-frame.tsx";
import { placeOf } from "../plots/drawn.ts";
import type { Work } from "../work.ts";
import { AttemptList } from "./attempt-list.tsx";
import { CellWarnings } from "./cell-warnings.tsx";
import { RunActions } from "./run-actions.tsx";
import { RunOutput } from "./run-output.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** Trains the class of a code cell, and keeps what came of it. */
export function RunCell(props: { work: Work; cell: CellOf<"run"> }) {
  const id = createUniqueId();
  const { notebook, runs } = props.work;
  const answer = () => notebook.answer("run", props.cell);
  const standing = () => runs.queue.standing(props.cell.id);
  const counting = createMemo(() => countingAttempt(answer()));
  const [pickedId, setPickedId] = createSignal<string | null>(null);
  const shown = createMemo(() => answer().attempts.find((one) => one.id === pickedId()) ?? counting());
  const compared = createMemo(() => {
    const other = answer().attempts.find((one) => one.id === runs.compared(props.cell.id));
    return other === undefined || other === shown() ? null : other;
  });
  const place = () => {
    const found = placeOf(props.work.assignment(), props.cell.id);
    return found === null ? "" : `${found.problem} (${found.letter})`;
  };
  const isLive = () => ["waiting", "training"].includes(standing().status);
  // What was just trained is shown, whichever counts.
  createEffect(
    on(
      () => answer().attempts.at(-1)?.id ?? null,
      (newest) => setPickedId(newest),
      { defer: true },
    ),
  );
  // What was refused may be right now.
  createEffect(
    on(
      () => {
        const code = findCell(props.work.assignment(), "code", props.cell.model);
        return [answer().settings, code === null ? "" : notebook.answer("code", code).source];
      },
      () => runs.queue.clear(props.cell.id),
      { defer: true },
    ),
  );

  return (
    <CellFrame work={props.work} cell={props.cell.id}>
      <section
        class="run-cell stack"
        aria-labelledby={id}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
          event.preventDefault();
          runs.queue.run(props.cell);
        }}
      >
        <h4 id={id}>{props.cell.label}</h4>
        <Show when={runs.queue.interrupted(props.cell.id)}>
          {(row) => (
            <Interrupted
              row={row()}
              level={4}
              title="This part was interrupted"
              name={`${row().attempt.name}.`}
              isBusy={isLive()}
              onGoOn={() => runs.queue.goOn(props.cell)}
              onForget={runs.queue.forget}
            />
          )}
        </Show>
        <SettingsForm work={props.work} cell={props.cell} />
        <RunActions work={props.work} cell={props.cell} place={place()} />
        <Show when={shown() !== null || isLive()}>
          <WhenNear class="run-output-room" within="50%">
            <RunOutput work={props.work} cell={props.cell} shown={shown()} compared={compared()} />
          </WhenNear>
        </Show>
        <CellWarnings work={props.work} cell={props.cell.id} />
        <Show when={answer().attempts.length > 0 || runs.removals.removed(props.cell.id) !== null}>
          <AttemptList
            work={props.work}
            cell={props.cell}
            shown={shown()?.id ?? null}
            onShow={(attempt) => setPickedId(attempt)}
          />
        </Show>
      </section>
    </CellFrame>
  );
}
