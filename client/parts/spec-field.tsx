import { createEffect, createSignal, type JSX, on } from "solid-js";
import { Field } from "./field.tsx";

/** A field whose text is checked as it is typed. `value` is the accepted one; a refused text stays, with its complaint. */
export function SpecField(props: {
  label: string;
  value: string;
  complaint: string | undefined;
  help?: JSX.Element;
  inputMode?: "numeric" | "decimal" | "text";
  onEdit: (text: string) => void;
}) {
  const [text, setText] = createSignal(props.value);
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (Number(text()) !== Number(value) || Number.isNaN(Number(value))) setText(value);
      },
    ),
  );
  return (
    <Field label={props.label} help={props.help} complaint={props.complaint}>
      {(control) => (
        <input
          {...control()}
          type="text"
          autocomplete="off"
          inputmode={props.inputMode ?? "decimal"}
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            props.onEdit(event.currentTarget.value.trim());
          }}
        />
      )}
    </Field>
  );
}

/** What a text says to the contract: a number, or the text itself, which the contract then names in its complaint. */
export function readNumber(text: string): number | string {
  const value = Number(text);
  return text === "" || Number.isNaN(value) ? text : value;
}
