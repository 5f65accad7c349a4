import { For, Match, Switch } from "solid-js";
import type { RunSettings } from "../../../../shared/assignment/answers.ts";
import type { CellOf, OpenField } from "../../../../shared/assignment/assignment.ts";
import { canonicalJson } from "../../../../shared/spec/identity.ts";
import { Field } from "../../../parts/field.tsx";
import { isConvolutional } from "../../../parts/model-words.ts";
import { readNumber, SpecField } from "../../../parts/spec-field.tsx";
import { WidthsField } from "../../../parts/widths-field.tsx";
import { settledValue } from "./settings.ts";
import { listSplits, nameSplit } from "./splits.ts";

type NumberField = Exclude<OpenField, "widths" | "split">;

const LABELS: Record<NumberField, string> = {
  epochs: "Epochs",
  learningRate: "Learning rate",
  batchSize: "Batch size",
  seed: "Seed",
  weightDecay: "Weight decay",
  latentL1: "Latent L1",
};
const HELPS: Record<NumberField, string> = {
  epochs: "passes over all training images",
  learningRate: "Adam’s",
  batchSize: "full, or a number of images",
  seed: "torch.manual_seed: the same gives the same numbers",
  weightDecay: "L2 on the weights, as Adam has it",
  latentL1: "times the mean of |hidden state|, added to the loss",
};

/** One hyperparameter. `onEdit` gets what was typed, as the contract would read it. */
export function SettingField(props: {
  cell: CellOf<"run">;
  field: OpenField;
  settings: RunSettings;
  complaint: string | undefined;
  onEdit: (typed: unknown) => void;
}) {
  const widths = () => settledValue(props.cell, props.settings, "widths");
  const split = () => settledValue(props.cell, props.settings, "split");
  const number = (): NumberField | null =>
    props.field === "widths" || props.field === "split" ? null : props.field;
  return (
    <Switch>
      <Match when={props.field === "widths"}>
        <WidthsField
          label={isConvolutional(props.cell.spec) ? "Kernels" : "Hidden sizes"}
          widths={widths()}
          complaint={props.complaint}
          onChange={props.onEdit}
        />
      </Match>
      <Match when={props.field === "split"}>
        <Field label="Train on" complaint={props.complaint}>
          {(control) => (
            <select
              {...control()}
              onChange={(event) => props.onEdit(listSplits(props.cell)[event.currentTarget.selectedIndex])}
            >
              <For each={listSplits(props.cell)}>
                {(one) => (
                  <option selected={canonicalJson(one) === canonicalJson(split())}>{nameSplit(one)}</option>
                )}
              </For>
            </select>
          )}
        </Field>
      </Match>
      <Match when={number()}>
        {(field) => (
          <SpecField
            label={LABELS[field()]}
            inputMode={field() === "batchSize" ? "text" : "decimal"}
            value={String(settledValue(props.cell, props.settings, field()))}
            complaint={props.complaint}
            help={HELPS[field()]}
            onEdit={(text) => props.onEdit(readNumber(text))}
          />
        )}
      </Match>
    </Switch>
  );
}
