import type { JSX } from "solid-js";
import { Field } from "../../parts/field.tsx";

/** A line of text or a number of the form. */
export function TextField(props: {
  label: string;
  value: string;
  complaint: string | null;
  help?: JSX.Element;
  numeric?: boolean;
  maxlength?: number;
  onInput: (text: string) => void;
}) {
  return (
    <Field label={props.label} complaint={props.complaint} help={props.help}>
      {(control) => (
        <input
          {...control()}
          autocomplete="off"
          inputmode={props.numeric === true ? "decimal" : undefined}
          maxlength={props.maxlength}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
