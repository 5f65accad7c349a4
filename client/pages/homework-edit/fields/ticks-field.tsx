import { createUniqueId, For, type JSX, Show } from "solid-js";
import type { Bound } from "./bound-field.tsx";
import { fieldId } from "./place-id.ts";

/** Some of a few values; the list keeps the order of the choices. */
export function TicksField(
  props: Bound & {
    label: string;
    help?: JSX.Element;
    choices: readonly { readonly value: string; readonly name: string }[];
  },
) {
  const id = createUniqueId();
  const chosen = () => {
    const value = props.editor.valueAt(props.at);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const tick = (value: string, isTicked: boolean) => {
    const known = props.choices.map((choice) => choice.value);
    const next = new Set(isTicked ? [...chosen(), value] : chosen().filter((one) => one !== value));
    const others = [...next].filter((one) => !known.includes(one));
    props.editor.set(props.at, [...known.filter((one) => next.has(one)), ...others]);
  };
  const complaint = () => props.editor.complaintAt(props.at);
  return (
    <fieldset
      class="edit-ticks"
      id={fieldId(props.at)}
      aria-describedby={complaint() ? `${id}-words` : undefined}
    >
      <legend class="field-label">{props.label}</legend>
      <div class="edit-ticks-row">
        <For each={props.choices}>
          {({ value, name }) => (
            <label class="choice">
              <input
                type="checkbox"
                checked={chosen().includes(value)}
                onChange={(event) => tick(value, event.currentTarget.checked)}
              />
              {name}
            </label>
          )}
        </For>
      </div>
      <Show when={complaint()} fallback={<p class="field-help">{props.help}</p>}>
        {(words) => (
          <p class="field-complaint" id={`${id}-words`} role="alert">
            {words()}
          </p>
        )}
      </Show>
    </fieldset>
  );
}
