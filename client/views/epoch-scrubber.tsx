import { Match, Show, Switch } from "solid-js";
import { MAX_SNAPSHOT_BYTES_KEPT } from "../outbox/limits.ts";
import { Button } from "../parts/button.tsx";
import { formatDuration, formatNumber } from "../parts/numbers.ts";
import { Scrubber } from "../parts/scrubber.tsx";
import { StatusLine } from "../parts/status-line.tsx";
import type { Snapshots } from "../state/snapshots.ts";
import type { Epochs } from "./create-epochs.ts";
import { sayEnding, sayEpoch } from "./epoch-words.ts";
import type { ViewedRun } from "./viewed-run.ts";

/** Goes through the epochs of a run's training; whatever shows `epochs.shown()` follows. */
export function EpochScrubber(props: { run: ViewedRun; epochs: Epochs }) {
  const { state, playback, shown, start, stop } = props.epochs;
  const as = <S extends Snapshots["status"]>(status: S) => {
    const now = state();
    return isIn(now, status) ? now : null;
  };
  const words = () => sayEpoch(shown().epoch, props.run);
  return (
    <div class="epochs not-printed">
      <Switch fallback={<StatusLine tone="muted">Looking for snapshots of its training.</StatusLine>}>
        <Match when={as("ready")}>
          {(ready) => (
            <>
              <Scrubber
                playback={playback}
                name="Epoch"
                first={0}
                last={ready().snapshots.length - 1}
                words={words()}
              />
              <p class="epochs-words">
                <span>{words()}</span> <span class="muted">{sayEnding(ready().ending)}</span>{" "}
                <span class="muted">
                  {ready().isKept
                    ? `Its snapshots are kept for your next visit (${formatNumber(MAX_SNAPSHOT_BYTES_KEPT / 1e6)} MB at most of all runs, the oldest make room).`
                    : "This browser has no room to keep its snapshots for your next visit."}
                </span>
              </p>
              <Show when={ready().ending.status === "other"}>
                <div class="row">
                  <Button onClick={start}>Train it again</Button>
                </div>
              </Show>
            </>
          )}
        </Match>
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
                <Button kind="quiet" onClick={stop}>
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
                <Button onClick={start}>Show its epochs</Button>
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
                <Button onClick={start}>Try again</Button>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </div>
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
