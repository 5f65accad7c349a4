import type { JSX } from "solid-js";
import type { Path } from "../../../../shared/assignment/edit/change.ts";
import { Field, type FieldControl } from "../../../parts/field.tsx";
import type { Editor } from "../create-editor.ts";
import { fieldId } from "./place-id.ts";

/** What every field of the editor is bound to: the place in the draft that it shows and changes. */
export type Bound = { readonly editor: Editor; readonly at: Path };

/** A field with the complaint about its place. */
export function BoundField(
  props: Bound & {
    label: JSX.Element;
    help?: JSX.Element;
    children: (control: () => FieldControl) => JSX.Element;
  },
) {
  return (
    <div id={fieldId(props.at)}>
      <Field label={props.label} help={props.help} complaint={props.editor.complaintAt(props.at)}>
        {props.children}
      </Field>
    </div>
  );
}

/** A text as it stands at a field's place; empty for anything else. */
export function textAt({ editor, at }: Bound): string {
  const value = editor.valueAt(at);
  return typeof value === "string" ? value : "";
}
