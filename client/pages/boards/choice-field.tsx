import { For, type JSX } from "solid-js";
import { Field } from "../../parts/field.tsx";

/** One of some choices, each with its words. */
export function ChoiceField<Choice extends string>(props: {
  label: string;
  choices: readonly (readonly [choice: Choice, words: string])[];
  chosen: NoInfer<Choice>;
  complaint?: string | null;
  help?: JSX.Element;
  onChoose: (choice: Choice) => void;
}) {
  return (
    <Field label={props.label} complaint={props.complaint} help={props.help}>
      {(control) => (
        <select
          {...control()}
          onChange={(event) => {
            const found = props.choices[event.currentTarget.selectedIndex];
            if (found !== undefined) props.onChoose(found[0]);
          }}
        >
          <For each={props.choices}>
            {([choice, words]) => (
              <option value={choice} selected={choice === props.chosen}>
                {words}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
