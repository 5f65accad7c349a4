import type { DraftPart, DraftProblem } from "../../../../shared/assignment/edit/draft.ts";
import { namePart } from "../../../../shared/assignment/edit/names.ts";
import { copyPart, prefixOf } from "../../../../shared/assignment/edit/propose.ts";
import { CellList } from "../cells/cell-list.tsx";
import type { Editor } from "../create-editor.ts";
import { NumberField } from "../fields/number-field.tsx";
import { ProseField } from "../fields/prose-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { ItemTools } from "../item-tools.tsx";
import { RubricList } from "./rubric-list.tsx";

const MOST_CELLS = 8;

/** A part: what it asks, what it is worth, the cells that take the answer, and what a grader ticks. */
export function PartSheet(props: {
  editor: Editor;
  problem: DraftProblem;
  part: DraftPart;
  /** The places of the problem and of the part in it. */
  indices: readonly [problem: number, part: number];
}) {
  const { editor } = props;
  const list = () => ["problems", props.indices[0], "parts"];
  const index = () => props.indices[1];
  const at = () => [...list(), index()];
  const name = () => namePart(props.problem, props.part);
  const follow = (part: number) => editor.follow({ problem: props.indices[0], part });
  return (
    <>
      <ItemTools
        editor={editor}
        list={list()}
        index={index()}
        count={props.problem.parts.length}
        name={name()}
        loss={editor.lossOf(props.part.cells)}
        onMoved={follow}
        onCopy={() => {
          const copy = copyPart(editor.draft(), props.problem, props.part);
          if (copy === null) {
            editor.say("A problem has at most 26 parts.");
            return;
          }
          const to = index() + 1;
          editor.insert(list(), to, copy, `${name()} copied to Part (${copy.letter}).`);
          follow(to);
        }}
      />
      <div class="edit-pair edit-pair-narrow">
        <TextField editor={editor} at={[...at(), "letter"]} label="Letter" maxLength={1} />
        <NumberField editor={editor} at={[...at(), "points"]} label="Points" inputMode="decimal" />
      </div>
      <ProseField editor={editor} at={[...at(), "prompt"]} label="Prompt" />
      <h3>Cells</h3>
      <CellList
        editor={editor}
        at={[...at(), "cells"]}
        cells={props.part.cells}
        prefix={prefixOf(props.problem, props.part)}
        most={MOST_CELLS}
      />
      <RubricList
        editor={editor}
        at={[...at(), "rubric"]}
        cells={props.part.cells}
        items={props.part.rubric ?? []}
        points={props.part.points}
      />
    </>
  );
}
