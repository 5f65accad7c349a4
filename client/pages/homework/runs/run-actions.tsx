import { Match, Show, Switch } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { MAX_ATTEMPTS } from "../../../../shared/limits.ts";
import { Button } from "../../../parts/button.tsx";
import { plural } from "../../../parts/numbers.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import { TrainingProgress } from "../../../parts/training-progress.tsx";
import type { Work } from "../work.ts";
import { oldestSpare } from "./attempts.ts";
import { settledValue } from "./settings.ts";

/** The button that trains a cell, and how far that is in words. */
export function RunActions(props: { work: Work; cell: CellOf<"run">; place: string }) {
  const { notebook, runs } = props.work;
  const answer = () => notebook.answer("run", props.cell);
  const standing = () => runs.queue.standing(props.cell.id);
  const isBusy = () => ["waiting", "training"].includes(standing().status);
  const models = () => Math.max(1, settledValue(props.cell, answer().settings, "widths").length);
  const refused = () => {
    const now = standing();
    return now.status === "refused" ? now.complaints : null;
  };
  const training = () => {
    const now = standing();
    return now.status === "training" || (now.status === "over" && lost() === null) ? now.state : null;
  };
  const lost = () => {
    const now = standing();
    return now.status === "over" && now.state.status === "finished" ? now.lost : null;
  };
  const spare = () => (standing().status === "full" ? oldestSpare(answer()) : null);

  return (
    <div class="run-actions">
      <Show
        when={isBusy()}
        fallback={
          <Button
            kind="primary"
            aria-keyshortcuts="Control+Enter"
            title="Ctrl+Enter"
            onClick={() => runs.queue.run(props.cell)}
          >
            Run part <span class="unseen">{props.place}</span>
          </Button>
        }
      >
        <Button onClick={() => runs.queue.stop(props.cell.id)}>
          Stop <span class="unseen">{props.place}</span>
        </Button>
      </Show>
      <div class="run-status">
        <Switch fallback={<StatusLine tone="muted">Trains {plural(models(), "model")}.</StatusLine>}>
          <Match when={training()}>{(state) => <TrainingProgress state={state()} idle="Starting" />}</Match>
          <Match when={lost()}>
            {(why) => (
              <StatusLine tone="failed" live>
                {why()}
              </StatusLine>
            )}
          </Match>
          <Match when={standing().status === "waiting"}>
            <StatusLine live>Waits until the cells before it are trained.</StatusLine>
          </Match>
          <Match when={refused()}>
            {(complaints) => (
              <StatusLine tone="failed" live>
                {sayRefusal(complaints())} <a href={`#${props.cell.model}`}>Go to the class</a>
              </StatusLine>
            )}
          </Match>
          <Match when={standing().status === "full"}>
            <StatusLine tone="failed" live>
              This cell keeps {MAX_ATTEMPTS} attempts, and has as many. Delete one to train another.
            </StatusLine>
            <Show when={spare()}>
              {(attempt) => (
                <Button
                  onClick={() => {
                    runs.removals.remove(props.cell, attempt());
                    runs.queue.clear(props.cell.id);
                  }}
                >
                  Delete “{attempt().name}”, the oldest that does not count
                </Button>
              )}
            </Show>
          </Match>
        </Switch>
      </div>
    </div>
  );
}

function sayRefusal(complaints: readonly { readonly field: string; readonly message: string }[]): string {
  const ofClass = complaints.find(({ field }) => field === "model");
  return ofClass?.message ?? "The hyperparameters cannot be trained: look at the fields above.";
}
