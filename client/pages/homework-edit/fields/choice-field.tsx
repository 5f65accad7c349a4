import { For, type JSX } from "solid-js";
import { canonicalJson } from "../../../../shared/spec/identity.ts";
import { type Bound, BoundField } from "./bound-field.tsx";

/** One of a few values, each with its name. A value that is none of them is shown as what it is. */
export function ChoiceField(
  props: Bound & {
    label: string;
    help?: JSX.Element;
    /** `undefined` leaves the field out. */
    choices: readonly { readonly value: unknown; readonly name: string }[];
  },
) {
  const now = () => canonicalJson(props.editor.valueAt(props.at) ?? null);
  const isKnown = () => props.choices.some(({ value }) => canonicalJson(value ?? null) === now());
  return (
    <BoundField {...props}>
      {(control) => (
        <select
          {...control()}
          onChange={(event) => {
            const chosen = props.choices[event.currentTarget.selectedIndex - (isKnown() ? 0 : 1)];
            if (chosen !== undefined) props.editor.set(props.at, chosen.value);
          }}
        >
          {isKnown() ? null : (
            <option selected disabled>
              choose one
            </option>
          )}
          <For each={props.choices}>
            {({ value, name }) => <option selected={canonicalJson(value ?? null) === now()}>{name}</option>}
          </For>
        </select>
      )}
    </BoundField>
  );
}
