import { type JSX, Match, Show, Switch } from "solid-js";
import type { Path } from "../../../../shared/assignment/edit/change.ts";
import type { DraftCell } from "../../../../shared/assignment/edit/draft.ts";
import { isCellKind, nameKind } from "../../../parts/cell-words.ts";
import { plural } from "../../../parts/numbers.ts";
import type { Editor } from "../create-editor.ts";
import { fieldId } from "../fields/place-id.ts";
import { TextField } from "../fields/text-field.tsx";
import { ItemTools } from "../item-tools.tsx";
import { CodeFields } from "./code-fields.tsx";
import { PlotFields } from "./plot-fields.tsx";
import { RunFields } from "./run-fields.tsx";
import { DigitsFields, NumberFields, TextFields } from "./simple-fields.tsx";

/** One cell with all of its fields. */
export function CellEditor(props: {
  editor: Editor;
  list: Path;
  index: number;
  count: number;
  cell: DraftCell;
  onCopy: () => void;
}) {
  const at = () => [...props.list, props.index];
  const title = () => {
    const { kind } = props.cell;
    if (kind === "digits") return "Shows images";
    return `Asks for ${isCellKind(kind) ? nameKind(kind) : kind}`;
  };
  const students = () => props.editor.answered(props.cell.id);
  const answers = () => (students() === 0 ? null : `answered by ${plural(students(), "student")}`);
  const bound = () => ({ editor: props.editor, at: at() });
  return (
    <section class="edit-cell" id={fieldId(at())} aria-labelledby={`${fieldId(at())}-title`}>
      <header class="edit-cell-head">
        <h4 id={`${fieldId(at())}-title`} tabindex="-1">
          {title()}
        </h4>
        <span class="muted">
          {props.cell.id}
          <Show when={answers()}>{(words) => <>, {words()}</>}</Show>
        </span>
        <ItemTools
          editor={props.editor}
          list={props.list}
          index={props.index}
          count={props.count}
          name={`cell ${props.cell.id}`}
          loss={props.editor.lossOf([props.cell])}
          onCopy={props.onCopy}
        />
      </header>
      <Fields kind={props.cell.kind} {...bound()} />
      <div class="edit-id">
        <TextField
          {...bound()}
          at={[...at(), "id"]}
          label="Id"
          maxLength={21}
          help={
            students() > 0
              ? "Answers stay with this id: another one leaves the students’ answers behind."
              : "Answers stay with this id. Keep it where the cell goes on asking the same."
          }
        />
      </div>
    </section>
  );
}

function Fields(props: { editor: Editor; at: Path; kind: string }): JSX.Element {
  return (
    <Switch fallback={<p class="field-complaint">This lab has no cell of the kind {props.kind}.</p>}>
      <Match when={props.kind === "digits"}>
        <DigitsFields editor={props.editor} at={props.at} />
      </Match>
      <Match when={props.kind === "number"}>
        <NumberFields editor={props.editor} at={props.at} />
      </Match>
      <Match when={props.kind === "text"}>
        <TextFields editor={props.editor} at={props.at} />
      </Match>
      <Match when={props.kind === "code"}>
        <CodeFields editor={props.editor} at={props.at} />
      </Match>
      <Match when={props.kind === "run"}>
        <RunFields editor={props.editor} at={props.at} />
      </Match>
      <Match when={props.kind === "plot"}>
        <PlotFields editor={props.editor} at={props.at} />
      </Match>
    </Switch>
  );
}
