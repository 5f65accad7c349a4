import { Show } from "solid-js";
import type { DraftProblem } from "../../../../shared/assignment/edit/draft.ts";
import { nameProblem } from "../../../../shared/assignment/edit/names.ts";
import { copyProblem, proposePart, relettered } from "../../../../shared/assignment/edit/propose.ts";
import { Button } from "../../../parts/button.tsx";
import { CellList } from "../cells/cell-list.tsx";
import type { Editor } from "../create-editor.ts";
import { NumberField } from "../fields/number-field.tsx";
import { fieldId } from "../fields/place-id.ts";
import { ProseField } from "../fields/prose-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { ItemTools } from "../item-tools.tsx";

const MOST_SHOWN = 8;

/** A problem without its parts: its number, title, introduction and what that shows. */
export function ProblemSheet(props: { editor: Editor; problem: DraftProblem; index: number }) {
  const { editor } = props;
  const at = () => ["problems", props.index];
  const problems = () => editor.draft().problems;
  return (
    <>
      <ItemTools
        editor={editor}
        list={["problems"]}
        index={props.index}
        count={problems().length}
        name={nameProblem(props.problem)}
        loss={editor.lossOf(props.problem.parts.flatMap(({ cells }) => cells))}
        onMoved={(to) => editor.follow({ problem: to, part: null })}
        onCopy={() => {
          const copy = copyProblem(editor.draft(), props.problem);
          const to = props.index + 1;
          editor.insert(
            ["problems"],
            to,
            copy,
            `${nameProblem(props.problem)} copied to ${nameProblem(copy)}.`,
          );
          editor.follow({ problem: to, part: null });
        }}
      />
      <div class="edit-pair edit-pair-narrow">
        <NumberField editor={editor} at={[...at(), "number"]} label="Number" />
        <TextField editor={editor} at={[...at(), "title"]} label="Title" />
      </div>
      <ProseField editor={editor} at={[...at(), "intro"]} label="Introduction" />
      <h3>Shown with the introduction</h3>
      <CellList
        editor={editor}
        at={[...at(), "shown"]}
        cells={props.problem.shown}
        prefix={String(props.problem.number ?? "")}
        kinds={["digits"]}
        most={MOST_SHOWN}
      />
      <h3>Parts</h3>
      <div class="row" id={fieldId([...at(), "parts"])}>
        <Button
          onClick={() => {
            const part = proposePart(editor.draft(), props.problem);
            if (part === null) {
              editor.say("A problem has at most 26 parts.");
              return;
            }
            const to = props.problem.parts.length;
            editor.insert([...at(), "parts"], to, part, `Part (${part.letter}) added.`);
            editor.open({ problem: props.index, part: to });
          }}
        >
          Add part
        </Button>
        <Show when={relettered(props.problem)}>
          {(parts) => (
            <Button onClick={() => editor.set([...at(), "parts"], parts())}>
              Letter the parts a, b, c in order
            </Button>
          )}
        </Show>
      </div>
    </>
  );
}
