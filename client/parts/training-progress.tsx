import { Show } from "solid-js";
import type { TrainingState } from "../state/training-run.ts";
import { StatusLine } from "./status-line.tsx";
import { describeState } from "./training-status.ts";

/** How far training is, as a bar and in words; its room is there before it starts. */
export function TrainingProgress(props: { state: TrainingState; idle: string }) {
  const status = () => describeState(props.state);
  return (
    <div class="training-progress">
      <ProgressBar state={props.state} />
      <Show when={status()} fallback={<StatusLine tone="muted">{props.idle}</StatusLine>}>
        {(shown) => <StatusLine tone={shown().tone}>{shown().words}</StatusLine>}
      </Show>
      <p class="unseen" role="status">
        {status()?.spoken ? status()?.words : ""}
      </p>
    </div>
  );
}

export function ProgressBar(props: { state: TrainingState }) {
  const share = () => {
    if (props.state.status === "training" || props.state.status === "paused")
      return props.state.progress.share;
    return props.state.status === "finished" ? 1 : 0;
  };
  return <progress class="progress" aria-label="Training" max="1" value={share()} />;
}
