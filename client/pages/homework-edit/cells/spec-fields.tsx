import { createEffect, createSignal, createUniqueId, on, Show, untrack } from "solid-js";
import { type ExperimentSpec, parseSpec } from "../../../../shared/spec/experiment.ts";
import { canonicalJson } from "../../../../shared/spec/identity.ts";
import { Help } from "../../../parts/help.tsx";
import { describeModel } from "../../../parts/model-words.ts";
import type { Bound } from "../fields/bound-field.tsx";
import { ChoiceField } from "../fields/choice-field.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { fieldId } from "../fields/place-id.ts";

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
    return now === null ? null : describeModel({ spec: now, widths: [], seeds: [] });
  };
  return (
    <fieldset class="edit-spec stack" id={fieldId(props.at)}>
      <legend class="field-label">How it is trained, and the built-in solution’s model</legend>
      <p class="field-help">
        {model() ?? "The spec is not whole yet."} A student’s run is this with the layers of the student’s
        class.
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
        <NumberField {...props} at={[...props.at, "digit"]} label="Digit that is trained on" help="0 to 9" />
      </Show>
    </>
  );
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The whole spec as text. What is no JSON stays here with its complaint; what is goes into the draft, and is checked there. */
function SpecJson(props: Bound) {
  const id = createUniqueId();
  const written = () => JSON.stringify(props.editor.valueAt(props.at), null, 2);
  const [typed, setTyped] = createSignal<string | null>(null);
  const [syntax, setSyntax] = createSignal<string | null>(null);
  // What was typed gives way to what the fields, or undoing, make of the spec.
  createEffect(
    on(
      () => canonicalJson(props.editor.valueAt(props.at) ?? null),
      (now) => {
        const text = untrack(typed);
        if (text !== null && now !== canonicalJson(parseText(text) ?? null)) setTyped(null);
      },
      { defer: true },
    ),
  );
  const complaint = () => syntax() ?? props.editor.complaintAt(props.at);
  const read = (text: string) => {
    setTyped(text);
    try {
      const value: unknown = JSON.parse(text);
      setSyntax(null);
      if (canonicalJson(value) !== canonicalJson(props.editor.valueAt(props.at))) {
        props.editor.type(props.at, value);
      }
    } catch (error) {
      setSyntax(`This is no JSON yet, and not taken over: ${error instanceof Error ? error.message : error}`);
    }
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        Spec
      </label>
      <textarea
        id={id}
        class="input edit-json"
        rows={16}
        spellcheck={false}
        aria-describedby={`${id}-words`}
        aria-invalid={complaint() ? "true" : undefined}
        value={typed() ?? written()}
        onInput={(event) => read(event.currentTarget.value)}
        onBlur={() => {
          if (syntax() === null) setTyped(null);
        }}
      />
      <p class={complaint() ? "field-complaint" : "field-help"} id={`${id}-words`} aria-live="polite">
        {complaint() ?? "As docs/spec.md has it; the lab says at once what does not fit."}
      </p>
    </div>
  );
}
