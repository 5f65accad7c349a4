import { Show } from "solid-js";
import { type ExperimentSpec, parseSpec } from "../../../../shared/spec/experiment.ts";
import { Help } from "../../../parts/help.tsx";
import { describeModel } from "../../../parts/model-words.ts";
import type { Bound } from "../fields/bound-field.tsx";
import { ChoiceField } from "../fields/choice-field.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { fieldId } from "../fields/place-id.ts";
import { SpecJson } from "./spec-json.tsx";

const SCALINGS = [
  { value: "standardize", name: "standardize: (X − mean) / std" },
  { value: "unit", name: "unit: X / 16" },
  { value: "none", name: "none: X from 0 to 16" },
];

/** The spec of a run: the usual things as fields, all of it as JSON. */
export function SpecFields(props: Bound) {
  const field = (...keys: readonly string[]) => ({ editor: props.editor, at: [...props.at, ...keys] });
  const spec = (): ExperimentSpec | null => {
    const parsed = parseSpec(props.editor.valueAt(props.at));
    return parsed.ok ? parsed.value : null;
  };
  const model = () => {
    const now = spec();
    return now === null ? "" : describeModel({ spec: now, widths: [], seeds: [] });
  };
  /** Also of what has no field below, such as a layer: the JSON is its place. */
  const complaint = () => props.editor.complaintAt(props.at);
  return (
    <fieldset class="edit-spec stack" id={fieldId(props.at)}>
      <legend class="field-label">How it is trained, and the built-in solution’s model</legend>
      <p class={complaint() === null ? "field-help" : "field-complaint"} aria-live="polite">
        {complaint() ?? `${model()}. A student’s run is this with the layers of the student’s class.`}
      </p>
      <div class="edit-pair">
        <NumberField {...field("epochs")} label="Epochs" />
        <NumberField
          {...field("optimizer", "learningRate")}
          label="Learning rate"
          inputMode="decimal"
          help="Adam"
        />
        <NumberField {...field("batchSize")} label="Batch size" inputMode="text" help="full, or a number" />
        <NumberField {...field("seed")} label="Seed" help="torch.manual_seed" />
        <NumberField {...field("optimizer", "weightDecay")} label="Weight decay" inputMode="decimal" />
        <NumberField {...field("loss", "latentL1")} label="Latent L1" inputMode="decimal" />
      </div>
      <ChoiceField {...field("dataset", "scaling")} label="Scaling" choices={SCALINGS} />
      <Split {...field("dataset", "split")} />
      <Help summary="All of the spec as JSON: layers, too" lazy>
        <SpecJson {...props} />
      </Help>
    </fieldset>
  );
}

const SPLITS = [
  { kind: "random", name: "a share of all images", fresh: { kind: "random", testFraction: 0.5, seed: 0 } },
  { kind: "oneDigit", name: "one digit alone", fresh: { kind: "oneDigit", digit: 2 } },
];

function Split(props: Bound) {
  const kind = () => props.editor.valueAt([...props.at, "kind"]);
  /** As the fields show it: what is typed may be a text still. */
  const split = () => props.editor.valueAt(props.at);
  const isHeldOut = () => props.editor.valueAt([...props.at, "heldOutFraction"]) !== undefined;
  const choices = () =>
    SPLITS.map((one) => ({ name: one.name, value: one.kind === kind() ? split() : one.fresh }));
  return (
    <>
      <ChoiceField {...props} label="It trains on" choices={choices()} />
      <Show when={kind() === "random"}>
        <div class="edit-pair">
          <NumberField
            {...props}
            at={[...props.at, "testFraction"]}
            label="Test fraction"
            inputMode="decimal"
            help="share of the examples"
          />
          <NumberField
            {...props}
            at={[...props.at, "seed"]}
            label="Split seed"
            help="scikit-learn's random_state"
          />
        </div>
      </Show>
      <Show when={kind() === "oneDigit"}>
        <div class="edit-pair">
          <NumberField
            {...props}
            at={[...props.at, "digit"]}
            label="Digit that is trained on"
            help="0 to 9"
          />
          <Show when={isHeldOut()}>
            <NumberField
              {...props}
              at={[...props.at, "heldOutFraction"]}
              label="Share kept from training"
              inputMode="decimal"
              help="scored as normal"
            />
            <NumberField {...props} at={[...props.at, "seed"]} label="Seed of that share" />
          </Show>
        </div>
        <label class="choice edit-choice">
          <input
            type="checkbox"
            checked={isHeldOut()}
            onChange={(event) => {
              const digit = { kind: "oneDigit", digit: props.editor.valueAt([...props.at, "digit"]) };
              const held = { heldOutFraction: 0.2, seed: 0 };
              props.editor.set(props.at, event.currentTarget.checked ? { ...digit, ...held } : digit);
            }}
          />
          Some images of the digit are kept from training and scored as normal
        </label>
      </Show>
    </>
  );
}
