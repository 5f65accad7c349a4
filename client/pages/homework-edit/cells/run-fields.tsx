import { OpenField } from "../../../../shared/assignment/assignment.ts";
import { listDraftCells } from "../../../../shared/assignment/edit/draft.ts";
import type { Bound } from "../fields/bound-field.tsx";
import { ChoiceField } from "../fields/choice-field.tsx";
import { NumbersField } from "../fields/list-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { TicksField } from "../fields/ticks-field.tsx";
import { SpecFields } from "./spec-fields.tsx";

const OPEN: Readonly<Record<OpenField, string>> = {
  widths: "widths",
  epochs: "epochs",
  learningRate: "learning rate",
  batchSize: "batch size",
  seed: "seed",
  weightDecay: "weight decay",
  latentL1: "latent L1",
  split: "split",
};

/** Training: of which class, how often, with what, and what of it is the student's to change. */
export function RunFields(props: Bound) {
  const models = () =>
    listDraftCells(props.editor.draft())
      .filter(({ kind, reads }) => kind === "code" && reads === "model")
      .map(({ id, label }) => ({ value: id, name: `${id}: ${String(label ?? "")}` }));
  return (
    <>
      <TextField {...props} at={[...props.at, "label"]} label="What is trained" />
      <ChoiceField {...props} at={[...props.at, "model"]} label="The class of" choices={models()} />
      <NumbersField
        {...props}
        at={[...props.at, "widths"]}
        label="Hidden sizes or kernels, a run each"
        help="Such as 5, 20, 40. Empty: once, as the class is written."
      />
      <SpecFields {...props} at={[...props.at, "spec"]} />
      <TicksField
        {...props}
        at={[...props.at, "open"]}
        label="Students may change"
        choices={OpenField.options.map((value) => ({ value, name: OPEN[value] }))}
        help="What is not ticked is as above for everyone."
      />
    </>
  );
}
