import { listDraftCells } from "../../../../shared/assignment/edit/draft.ts";
import type { Bound } from "../fields/bound-field.tsx";
import { ChoiceField } from "../fields/choice-field.tsx";
import { ProseField } from "../fields/prose-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { TicksField } from "../fields/ticks-field.tsx";

const PLOTS = [
  { value: "errorByWidth", name: "errors by hidden size or kernels" },
  { value: "randomByWidth", name: "error on random data by hidden size or kernels" },
  { value: "anomalyScores", name: "anomaly scores, in and out of class" },
];

/** A plot of the runs of some cells. */
export function PlotFields(props: Bound) {
  const runs = () =>
    listDraftCells(props.editor.draft())
      .filter(({ kind }) => kind === "run")
      .map(({ id, label }) => ({ value: id, name: `${id}: ${String(label ?? "")}` }));
  return (
    <>
      <TextField {...props} at={[...props.at, "question"]} label="The question that it answers" />
      <ChoiceField {...props} at={[...props.at, "plot"]} label="It draws" choices={PLOTS} />
      <TicksField
        {...props}
        at={[...props.at, "runs"]}
        label="of the runs of"
        choices={runs()}
        help="One to four, side by side in the order of the homework."
      />
      <ProseField {...props} at={[...props.at, "see"]} label="What to look for, one click away" />
    </>
  );
}
