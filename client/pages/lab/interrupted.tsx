import { Show } from "solid-js";
import { type SweepInProgress, summarize } from "../../outbox/sweep-in-progress.ts";
import { Button } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { plural } from "../../parts/numbers.ts";
import { When } from "../../parts/when.tsx";
import type { Lab } from "./create-lab.ts";

/** Offers the sweep that was training when its tab was closed. */
export function Interrupted(props: { lab: Lab }) {
  const { progress } = props.lab;
  return (
    <Show when={progress.offered()}>
      {(row) => (
        <EmptyState
          title="A sweep was interrupted"
          action={
            <>
              <Button kind="primary" disabled={props.lab.isBusy()} onClick={() => void props.lab.goOn()}>
                Go on
              </Button>
              <Button onClick={() => void progress.discard()}>Forget it</Button>
            </>
          }
        >
          {row().title}. Its tab was closed or left (<When at={new Date(row().keptAt).toISOString()} />
          ). {sayProgress(row())}
        </EmptyState>
      )}
    </Show>
  );
}

/** How far it had come, and what going on does. */
export function sayProgress(row: SweepInProgress): string {
  const { done, runs, epoch } = summarize(row);
  const kept =
    done === 0
      ? "No run was done yet"
      : `${done} of ${plural(runs, "run")} ${done === 1 ? "is" : "are"} kept`;
  return epoch === 0
    ? `${kept}; the rest can be trained now.`
    : `${kept}; the next can go on after its epoch ${epoch}.`;
}
