import { createSignal, For, Index, Show } from "solid-js";
import type { CellKind } from "../../../../shared/assignment/assignment.ts";
import type { Path } from "../../../../shared/assignment/edit/change.ts";
import type { DraftCell } from "../../../../shared/assignment/edit/draft.ts";
import { copyCell, proposeCell } from "../../../../shared/assignment/edit/propose.ts";
import { Button } from "../../../parts/button.tsx";
import { CELL_KINDS, nameKind } from "../../../parts/cell-words.ts";
import { Field } from "../../../parts/field.tsx";
import type { Editor } from "../create-editor.ts";
import { fieldId } from "../fields/place-id.ts";
import { focusSoon } from "../item-tools.tsx";
import { CellEditor } from "./cell-editor.tsx";

/** The cells of a part, or those that a problem's introduction shows. */
export function CellList(props: {
  editor: Editor;
  /** Where the list stands. */
  at: Path;
  cells: readonly DraftCell[];
  /** The part's name, `1f`: how new ids begin. */
  prefix: string;
  /** What new cells may be. */
  kinds?: readonly CellKind[];
  most: number;
}) {
  const kinds = () => props.kinds ?? CELL_KINDS;
  const [kind, setKind] = createSignal<CellKind>(kinds().includes("text") ? "text" : "digits");
  const insert = (index: number, cell: DraftCell, words: string) => {
    props.editor.insert(props.at, index, cell, words);
    focusSoon([`${fieldId([...props.at, index])}-title`]);
  };
  return (
    <div class="edit-cells" id={fieldId(props.at)}>
      <Index each={props.cells}>
        {(cell, i) => (
          <CellEditor
            editor={props.editor}
            list={props.at}
            index={i}
            count={props.cells.length}
            cell={cell()}
            onCopy={() =>
              insert(i + 1, copyCell(props.editor.draft(), cell(), props.prefix), `Cell ${cell().id} copied.`)
            }
          />
        )}
      </Index>
      <Show when={props.cells.length === 0 && props.editor.complaintAt(props.at)}>
        {(words) => (
          <p class="field-complaint" role="alert">
            {words()}
          </p>
        )}
      </Show>
      <div class="edit-add">
        <Show when={kinds().length > 1}>
          <Field label="A new cell asks for">
            {(control) => (
              <select
                {...control()}
                onChange={(event) => setKind(kinds()[event.currentTarget.selectedIndex] ?? kind())}
              >
                <For each={kinds()}>
                  {(one) => <option selected={one === kind()}>{nameKind(one)}</option>}
                </For>
              </select>
            )}
          </Field>
        </Show>
        <Button
          id={`${fieldId(props.at)}-add`}
          disabled={props.cells.length >= props.most}
          onClick={() => {
            const cell = proposeCell(props.editor.draft(), kind(), props.prefix);
            insert(props.cells.length, cell, `Cell ${cell.id} added.`);
          }}
        >
          {kinds().length > 1 ? "Add cell" : "Show some images"}
        </Button>
      </div>
    </div>
  );
}
