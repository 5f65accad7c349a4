import { Show } from "solid-js";
import { StatusLine } from "./status-line.tsx";

/** What went wrong with what was just asked for, said as it happens; nothing while nothing did. */
export function Problem(props: { words: string | null }) {
  return (
    <Show when={props.words}>
      {(words) => (
        <StatusLine tone="failed" live>
          {words()}
        </StatusLine>
      )}
    </Show>
  );
}
