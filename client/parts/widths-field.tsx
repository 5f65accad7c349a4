import { createUniqueId, For, Show } from "solid-js";

/** The values that the sweep takes: each can be taken out, and more be typed in, several at once if wished. */
export function WidthsField(props: {
  label: string;
  widths: readonly number[];
  complaint: string | undefined;
  onChange: (widths: readonly (number | string)[]) => void;
}) {
  const id = createUniqueId();
  const add = (input: HTMLInputElement) => {
    const typed = input.value.split(/[\s,;]+/).filter((text) => text !== "");
    if (typed.length === 0) {
      if (props.complaint !== undefined) props.onChange(props.widths);
      return;
    }
    const all = new Set([
      ...props.widths,
      ...typed.map((text) => (/^\d+$/.test(text) ? Number(text) : text)),
    ]);
    props.onChange([...all].toSorted((a, b) => Number(a) - Number(b)));
    if (props.complaint === undefined) input.value = "";
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="chips">
        <For each={props.widths}>
          {(width) => (
            <button
              class="chip"
              type="button"
              disabled={props.widths.length === 1}
              aria-label={`Take out ${width}`}
              onClick={() => props.onChange(props.widths.filter((other) => other !== width))}
            >
              {width} <span aria-hidden="true">×</span>
            </button>
          )}
        </For>
        <input
          id={id}
          class="input chip-input"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          placeholder="add"
          aria-describedby={props.complaint ? `${id}-words` : undefined}
          aria-invalid={props.complaint ? "true" : undefined}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add(event.currentTarget);
          }}
          onChange={(event) => add(event.currentTarget)}
        />
      </div>
      <Show when={props.complaint}>
        <p class="field-complaint" id={`${id}-words`} role="alert">
          {props.complaint}
        </p>
      </Show>
    </div>
  );
}
