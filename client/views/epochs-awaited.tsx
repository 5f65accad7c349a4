import { Match, Switch } from "solid-js";
import { Button } from "../parts/button.tsx";
import { formatDuration, formatNumber } from "../parts/numbers.ts";
import { StatusLine } from "../parts/status-line.tsx";
import type { Snapshots } from "../state/snapshots.ts";
import type { ViewedRun } from "./viewed-run.ts";

/** What stands in the place of a run's snapshots until they are found: how far that is, or the button that begins it. */
export function EpochsAwaited(props: {
  run: ViewedRun;
  state: Exclude<Snapshots, { status: "ready" }>;
  onStart: () => void;
  onStop: () => void;
}) {
  const as = <S extends Snapshots["status"]>(status: S) => {
    const now = props.state;
    return isIn(now, status) ? now : null;
  };
  return (
    <Switch fallback={<StatusLine tone="muted">Looking for snapshots of its training.</StatusLine>}>
      <Match when={as("training")}>
        {(training) => (
          <>
            <div class="epochs-training">
              <progress
                class="progress"
                aria-label="Training again"
                max={props.run.spec.epochs}
                value={training().epoch}
              />
              <Button kind="quiet" onClick={props.onStop}>
                Stop
              </Button>
            </div>
            <StatusLine tone="muted">
              Training it again from its seed, beside the page: epoch {formatNumber(training().epoch)} of{" "}
              {formatNumber(props.run.spec.epochs)}
              {sayRemaining(training().remainingMs)}.
            </StatusLine>
          </>
        )}
      </Match>
      <Match when={as("offered")}>
        {(offered) => (
          <>
            <div class="row">
              <Button onClick={props.onStart}>Show its epochs</Button>
            </div>
            <StatusLine tone="muted">
              Your browser trains it again from its seed, which takes about {formatDuration(offered().ms)}.
            </StatusLine>
          </>
        )}
      </Match>
      <Match when={as("failed")}>
        {(failed) => (
          <>
            <StatusLine tone="failed">Its epochs cannot be shown: {failed().message}</StatusLine>
            <div class="row">
              <Button onClick={props.onStart}>Try again</Button>
            </div>
          </>
        )}
      </Match>
    </Switch>
  );
}

function isIn<S extends Snapshots["status"]>(
  now: Snapshots,
  status: S,
): now is Extract<Snapshots, { status: S }> {
  return now.status === status;
}

function sayRemaining(ms: number | null): string {
  return ms === null ? "" : `, about ${formatDuration(ms)} left`;
}
