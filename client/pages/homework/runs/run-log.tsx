import { Show } from "solid-js";
import type { History } from "../../../../shared/api/runs.ts";
import type { AttemptRun } from "../../../../shared/assignment/answers.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { formatLoss } from "../../../parts/numbers.ts";
import { buildRunLog } from "../../../parts/run-log.ts";
import type { LiveCurve } from "../../../state/training-run.ts";

/** As many lines of a run that trains as its box shows. */
const LIVE_LINES = 10;

/** A run's log as the course prints it: a line an epoch, then its errors. `cell` is what the run cell is called. */
export function RunLog(props: { cell: string; run: AttemptRun | null; history: History | null }) {
  const log = () => {
    const { run, history } = props;
    return run === null || history === null ? null : buildRunLog(history, run.metrics);
  };
  return (
    <>
      <section class="log run-log" tabindex="0" aria-label={`Log of ${props.cell}`}>
        <pre>{log() ?? ""}</pre>
      </section>
      <div class="row">
        <Show when={log()} fallback={<span class="button" data-kind="quiet" aria-hidden="true" />}>
          {(text) => <CopyButton label="Copy the log" text={text} />}
        </Show>
      </div>
    </>
  );
}

/** The last lines of the run that trains. */
export function LiveLog(props: { cell: string; curve: LiveCurve | null }) {
  const lines = () => {
    const losses = props.curve?.trainLoss ?? [];
    const start = Math.max(0, losses.length - LIVE_LINES);
    return losses
      .slice(start)
      .map((loss, i) => `Epoch: ${start + i} | Train loss: ${formatLoss(loss)}`)
      .join("\n");
  };
  return (
    <>
      <section class="log run-log" tabindex="0" aria-label={`Log of ${props.cell}`}>
        <pre>{lines()}</pre>
      </section>
      <div class="row">
        <span class="button" data-kind="quiet" aria-hidden="true" />
      </div>
    </>
  );
}
