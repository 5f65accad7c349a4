import { createEffect, createSignal, createUniqueId, type JSX, onCleanup, Show, Suspense } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { createLiveText } from "../../../parts/create-live-text.ts";
import { Prose } from "../../../prose/prose.tsx";
import { type Bound, textAt } from "./bound-field.tsx";
import { fieldId } from "./place-id.ts";

/** A preview follows the text when nothing was typed for this long. */
const FOLLOW_AFTER_MILLISECONDS = 200;

/** A text in Markdown with math, its preview beside it, or behind it where there is no room. */
export function ProseField(props: Bound & { label: string; help?: JSX.Element }) {
  const id = createUniqueId();
  const text = () => textAt(props);
  const [view, setView] = createSignal<"write" | "preview">("write");
  const complaint = () => props.editor.complaintAt(props.at);
  return (
    <div class="text-cell" data-view={view()} id={fieldId(props.at)}>
      <div class="cell-head">
        <label class="field-label" for={id}>
          {props.label}
        </label>
        <fieldset class="segments text-views" aria-label={`Write or preview: ${props.label}`}>
          <Button kind="quiet" aria-pressed={view() === "write"} onClick={() => setView("write")}>
            Write
          </Button>
          <Button kind="quiet" aria-pressed={view() === "preview"} onClick={() => setView("preview")}>
            Preview
          </Button>
        </fieldset>
      </div>
      <div class="text-sides">
        <div class="growing edit-growing" data-text={text()}>
          <textarea
            id={id}
            class="input"
            rows={2}
            aria-describedby={complaint() || props.help ? `${id}-words` : undefined}
            aria-invalid={complaint() ? "true" : undefined}
            ref={(box) => createLiveText(box, text)}
            onInput={(event) => props.editor.type(props.at, event.currentTarget.value)}
          />
        </div>
        <ProsePreview name={props.label} markdown={text()} />
      </div>
      <Show
        when={complaint()}
        fallback={
          <Show when={props.help}>
            <p class="field-help" id={`${id}-words`}>
              {props.help}
            </p>
          </Show>
        }
      >
        {(words) => (
          <p class="field-complaint" id={`${id}-words`} role="alert">
            {words()}
          </p>
        )}
      </Show>
    </div>
  );
}

function ProsePreview(props: { name: string; markdown: string }) {
  const [shown, setShown] = createSignal(props.markdown);
  createEffect(() => {
    const { markdown } = props;
    const timer = setTimeout(() => setShown(markdown), FOLLOW_AFTER_MILLISECONDS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <section class="text-preview edit-preview" aria-label={`Preview: ${props.name}`}>
      <Show when={shown().trim() !== ""} fallback={<p class="muted">Nothing is written yet.</p>}>
        <Suspense>
          <Prose markdown={shown()} figure={(id) => <PlotLater id={id} />} />
        </Suspense>
      </Show>
    </section>
  );
}

function PlotLater(props: { id: string }) {
  return <p class="prose-reason">(here stands the student’s plot {props.id})</p>;
}
