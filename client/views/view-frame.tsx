import { createUniqueId, type JSX, Show } from "solid-js";
import { Help } from "../parts/help.tsx";
import { SaveButtons, type Saving } from "../parts/save-buttons.tsx";

/** A figure of a model: the question that it answers, what to look for, the figure, and the table behind it. */
export function ViewFrame(props: {
  question: string;
  /** What it shows and what to look for, in a line or two. */
  look: JSX.Element;
  saving?: Saving;
  /** What a reader who cannot see the figure reads in its place; built when it is opened. */
  table?: JSX.Element;
  headingLevel?: 3 | 4;
  children: JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <section class="view" aria-labelledby={id}>
      <div class="plot-head">
        <Show when={props.headingLevel === 4} fallback={<h3 id={id}>{props.question}</h3>}>
          <h4 id={id}>{props.question}</h4>
        </Show>
        <Show when={props.saving}>{(saving) => <SaveButtons saving={saving()} />}</Show>
      </div>
      <p class="view-look muted">{props.look}</p>
      {props.children}
      <Show when={props.table}>
        <Help summary="Table" lazy>
          {props.table}
        </Help>
      </Show>
    </section>
  );
}
