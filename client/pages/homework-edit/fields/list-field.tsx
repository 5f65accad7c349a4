import { createEffect, createSignal, type JSX, on } from "solid-js";
import { canonicalJson } from "../../../../shared/spec/identity.ts";
import { readNumber } from "../../../parts/spec-field.tsx";
import { type Bound, BoundField } from "./bound-field.tsx";

/** Numbers in one line, with commas or spaces between them; none for an empty line. */
export function NumbersField(props: Bound & { label: string; help?: JSX.Element }) {
  const read = (text: string) =>
    text
      .split(/[\s,;]+/)
      .filter((word) => word !== "")
      .map(readNumber);
  const write = (value: unknown) => (Array.isArray(value) ? value.join(", ") : "");
  const [text, setText] = createSignal(write(props.editor.valueAt(props.at)));
  createEffect(
    on(
      () => props.editor.valueAt(props.at),
      (value) => {
        if (canonicalJson(read(text())) !== canonicalJson(value ?? [])) setText(write(value));
      },
    ),
  );
  return (
    <BoundField {...props}>
      {(control) => (
        <input
          {...control()}
          autocomplete="off"
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            props.editor.type(props.at, read(event.currentTarget.value));
          }}
        />
      )}
    </BoundField>
  );
}

/** A list of texts, a line each. */
export function LinesField(props: Bound & { label: string; help?: JSX.Element }) {
  const lines = () => {
    const value = props.editor.valueAt(props.at);
    return Array.isArray(value) ? value.map(String) : [];
  };
  return (
    <BoundField {...props}>
      {(control) => (
        <textarea
          {...control()}
          rows={Math.max(3, lines().length)}
          value={lines().join("\n")}
          onInput={(event) => {
            const { value } = event.currentTarget;
            props.editor.type(props.at, value === "" ? [] : value.split("\n"));
          }}
        />
      )}
    </BoundField>
  );
}
