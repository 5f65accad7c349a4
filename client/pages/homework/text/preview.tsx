import { createEffect, createSignal, onCleanup, Show, Suspense } from "solid-js";
import { findCell } from "../../../../shared/assignment/assignment.ts";
import { Prose } from "../../../prose/prose.tsx";
import type { Work } from "../work.ts";
import { PlotInText } from "./plot-in-text.tsx";

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
  const draw = (id: string) => {
    const cell = findCell(props.work.assignment(), "plot", id);
    return cell === null ? null : (
      <Suspense>
        <PlotInText work={props.work} cell={cell} />
      </Suspense>
    );
  };
  return (
    <section class="text-preview" aria-label={`Preview, ${props.name}`}>
      <Show
        when={shown().trim() !== ""}
        fallback={<p class="muted">Your text will stand here as the report shows it.</p>}
      >
        <Prose markdown={shown()} figure={draw} />
      </Show>
    </section>
  );
}
