import { Show } from "solid-js";
import { MAX_SNAPSHOT_BYTES_KEPT } from "../outbox/limits.ts";
import { Button } from "../parts/button.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { Scrubber } from "../parts/scrubber.tsx";
import type { Epochs } from "./create-epochs.ts";
import { sayEnding, sayEpoch } from "./epoch-words.ts";
import { EpochsAwaited } from "./epochs-awaited.tsx";
import type { ViewedRun } from "./viewed-run.ts";

/** Goes through the epochs of a run's training; whatever shows `epochs.shown()` follows. */
export function EpochScrubber(props: { run: ViewedRun; epochs: Epochs }) {
  const { state, playback, shown, start, stop } = props.epochs;
  const ready = () => {
    const now = state();
    return now.status === "ready" ? now : null;
  };
  const awaited = () => {
    const now = state();
    return now.status === "ready" ? null : now;
  };
  const words = () => sayEpoch(shown().epoch, props.run);
  return (
    <div class="epochs not-printed">
      <Show when={awaited()}>
        {(now) => <EpochsAwaited run={props.run} state={now()} onStart={start} onStop={stop} />}
      </Show>
      <Show when={ready()}>
        {(found) => (
          <>
            <Scrubber
              playback={playback}
              name="Epoch"
              first={0}
              last={found().snapshots.length - 1}
              words={words()}
            />
            <p class="epochs-words">
              <span>{words()}</span> <span class="muted">{sayEnding(found().ending)}</span>{" "}
              <span class="muted">
                {found().isKept
                  ? `Its snapshots are kept for your next visit (${formatNumber(MAX_SNAPSHOT_BYTES_KEPT / 1e6)} MB at most of all runs, the oldest make room).`
                  : "This browser has no room to keep its snapshots for your next visit."}
              </span>
            </p>
            <Show when={found().ending.status === "other"}>
              <div class="row">
                <Button onClick={start}>Train it again</Button>
              </div>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
