import { type JSX, Show } from "solid-js";

export type Tone = "plain" | "good" | "failed" | "muted";
const MARKS: Record<Tone, string> = { plain: "", good: "✓", failed: "✕", muted: "" };

/** What is going on, in words. `live` has screen readers say each change when they are free. */
export function StatusLine(props: { tone?: Tone; live?: boolean; children: JSX.Element }) {
  return (
    <p class="status" data-tone={props.tone} role={props.live ? "status" : undefined}>
      <Show when={MARKS[props.tone ?? "plain"]}>
        {(mark) => (
          <span class="status-mark" aria-hidden="true">
            {mark()}
          </span>
        )}
      </Show>
      <span>{props.children}</span>
    </p>
  );
}
