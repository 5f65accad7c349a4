import { A } from "@solidjs/router";
import type { Editor } from "../create-editor.ts";
import { LinesField } from "../fields/list-field.tsx";
import { ProseField } from "../fields/prose-field.tsx";
import { TextField } from "../fields/text-field.tsx";

/** The homework's own texts, and its cover. */
export function HeadSheet(props: { editor: Editor }) {
  return (
    <>
      <TextField editor={props.editor} at={["title"]} label="Title" />
      <ProseField editor={props.editor} at={["intro"]} label="Introduction" />
      <TextField
        editor={props.editor}
        at={["reportTitle"]}
        label="Title of the report, and its file’s name"
        help="{last} and {first} become the student’s names."
        maxLength={120}
      />
      <LinesField
        editor={props.editor}
        at={["coverLines"]}
        label="Lines under the report’s title"
        help="A line each, up to 10; {first} and {last} become the student’s names."
      />
      <TextField
        editor={props.editor}
        at={["honour"]}
        label="Honour line"
        help="What a student signs by ticking it."
      />
      <p class="muted">
        When it is due is set <A href={`/c/${props.editor.course}/homework`}>with the homework’s dates</A>,
        which boards there are <A href={`/c/${props.editor.course}/boards`}>with the boards</A>.
      </p>
    </>
  );
}
