import { Index, Show } from "solid-js";
import type { Path } from "../../../../shared/assignment/edit/change.ts";
import type { DraftCell } from "../../../../shared/assignment/edit/draft.ts";
import { proposeRubricItem } from "../../../../shared/assignment/edit/propose.ts";
import { Button } from "../../../parts/button.tsx";
import type { Editor } from "../create-editor.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { fieldId } from "../fields/place-id.ts";
import { TextField } from "../fields/text-field.tsx";
import { ItemTools } from "../item-tools.tsx";

const MOST_ITEMS = 20;
const MOST_CHARACTERS = 200;

/** What a grader ticks in a part, with points that count or, below zero, are taken off. */
export function RubricList(props: {
  editor: Editor;
  at: Path;
  /** The part's own. */
  cells: readonly DraftCell[];
  /** What the part is worth. */
  points: unknown;
  items: readonly {
    readonly id?: unknown;
    readonly label?: unknown;
    readonly cell?: unknown;
    readonly points?: unknown;
  }[];
}) {
  const gain = () =>
    props.items.reduce((sum, { points }) => sum + (typeof points === "number" ? Math.max(0, points) : 0), 0);
  return (
    <>
      <h3>Rubric</h3>
      <Show when={props.items.length > 0}>
        <p class="field-help">
          What can be gained adds up to {gain()} of the part’s {String(props.points ?? "")} points.
        </p>
      </Show>
      <div class="edit-rubric" id={fieldId(props.at)}>
        <Index each={props.items}>
          {(item, i) => (
            <div class="edit-rubric-item" id={fieldId([...props.at, i])}>
              <TextField
                editor={props.editor}
                at={[...props.at, i, "label"]}
                label="A grader ticks"
                maxLength={MOST_CHARACTERS}
              />
              <NumberField
                editor={props.editor}
                at={[...props.at, i, "points"]}
                label="Points for it"
                inputMode="text"
              />
              <ChoiceField
                editor={props.editor}
                at={[...props.at, i, "cell"]}
                label="The lab proposes it"
                choices={[
                  { value: undefined, name: "never: people alone tick it" },
                  ...cellsOf(item(), props.cells).map((cell) => ({
                    value: cell,
                    name: `where ${cell} is complete, and its number right`,
                  })),
                ]}
              />
              <ItemTools
                editor={props.editor}
                list={props.at}
                index={i}
                count={props.items.length}
                name={`rubric item ${String(item().label || item().id || i + 1)}`}
              />
            </div>
          )}
        </Index>
        <div class="row">
          <Button
            id={`${fieldId(props.at)}-add`}
            disabled={props.items.length >= MOST_ITEMS}
            onClick={() => {
              const i = props.items.length;
              props.editor.insert(props.at, i, proposeRubricItem(props.items), "Rubric item added.");
              queueMicrotask(() =>
                document
                  .getElementById(fieldId([...props.at, i]))
                  ?.querySelector("input")
                  ?.focus(),
              );
            }}
          >
            Add rubric item
          </Button>
        </div>
      </div>
    </>
  );
}

/** The part's own cells, and the one of another part that an item may name already. */
function cellsOf(item: { readonly cell?: unknown }, own: readonly DraftCell[]): readonly unknown[] {
  const ids: readonly unknown[] = own.map(({ id }) => id);
  return item.cell === undefined || ids.includes(item.cell) ? ids : [...ids, item.cell];
}
