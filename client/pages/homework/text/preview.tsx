import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { Prose } from "../../../prose/prose.tsx";
import type { Work } from "../work.ts";

/** A preview follows the text when nothing was typed for this long. */
const FOLLOW_AFTER_MILLISECONDS = 200;

/** A text as the report shows it. */
export function Preview(props: { work: Work; name: string; markdown: string }) {
  const [shown, setShown] = createSignal(props.markdown);
  createEffect(() => {
    const { markdown } = props;
    const timer = setTimeout(() => setShown(markdown), FOLLOW_AFTER_MILLISECONDS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <section class="text-preview" aria-label={`Preview, ${props.name}`}>
      <Show
        when={shown().trim() !== ""}
        fallback={<p class="muted">Your text will stand here as the report shows it.</p>}
      >
        <Prose markdown={shown()} />
      </Show>
    </section>
  );
}
