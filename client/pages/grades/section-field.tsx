import { For, Show } from "solid-js";
import { Field } from "../../parts/field.tsx";

/** Narrows to a section of the roster; nothing where it has none. */
export function SectionField(props: {
  sections: readonly string[];
  chosen: string | null;
  onChoose: (section: string | undefined) => void;
}) {
  return (
    <Show when={props.sections.length > 0}>
      <Field label="Section">
        {(control) => (
          <select {...control()} onChange={(event) => props.onChoose(event.currentTarget.value || undefined)}>
            <option value="">all</option>
            <For each={props.sections}>
              {(name) => (
                <option value={name} selected={name === props.chosen}>
                  {name}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </Show>
  );
}
