import { Show } from "solid-js";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ApiFailure } from "../../state/api.ts";

/** In the place of work that is not here: on its way, of nobody any more, or why it did not come. */
export function MissingWork(props: { failed: ApiFailure | null; isGone: boolean; onAgain: () => void }) {
  return (
    <Show
      when={props.failed}
      fallback={
        <StatusLine live tone={props.isGone ? "failed" : "muted"}>
          {props.isGone
            ? "This student is not in the gradebook under this name any more. Load the page again."
            : "Loading the work."}
        </StatusLine>
      }
    >
      {(why) => (
        <FailedAnswer failure={why()} onAgain={props.onAgain} refused="This part cannot be graded here" />
      )}
    </Show>
  );
}
