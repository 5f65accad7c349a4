import type { JSX } from "solid-js";
import { readNumber, SpecField } from "../../../parts/spec-field.tsx";
import type { Bound } from "./bound-field.tsx";
import { fieldId } from "./place-id.ts";

/** A number; what is typed and is none stays, with its complaint. */
export function NumberField(
  props: Bound & { label: string; help?: JSX.Element; inputMode?: "numeric" | "decimal" | "text" },
) {
  return (
    <div id={fieldId(props.at)}>
      <SpecField
        label={props.label}
        help={props.help}
        inputMode={props.inputMode ?? "numeric"}
        value={String(props.editor.valueAt(props.at) ?? "")}
        complaint={props.editor.complaintAt(props.at) ?? undefined}
        onEdit={(text) => props.editor.type(props.at, readNumber(text))}
      />
    </div>
  );
}
