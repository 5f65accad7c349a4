import { For } from "solid-js";
import type { CourseSpec } from "../../../shared/api/courses.ts";
import type { BoardLimits } from "../../../shared/boards/rule.ts";
import { canonicalJson } from "../../../shared/spec/identity.ts";
import { LAYER_KINDS, type LayerKind } from "../../../shared/spec/layers.ts";
import { describeModel } from "../../parts/model-words.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FormPart } from "./form-part.ts";
import { TextField } from "./text-field.tsx";

/** The models that count: one at any width, or any within limits. */
export function LimitFields(props: FormPart & { specs: readonly CourseSpec[] }) {
  const models = () => listModels(props.specs, props.form.model);
  const chosen = () => {
    const { model } = props.form;
    const key = model === null ? "" : canonicalJson(model);
    return models().findIndex((one) => (one.model === null ? "" : canonicalJson(one.model)) === key);
  };
  const toggle = (kind: LayerKind, isIn: boolean) =>
    props.onChange({
      layerKinds: LAYER_KINDS.filter((one) => (one === kind ? isIn : props.form.layerKinds.includes(one))),
    });
  const limit = (field: "latentSize" | "parameters" | "epochs", label: string) => (
    <TextField
      label={label}
      numeric
      value={props.form[field]}
      complaint={props.complaint(field)}
      onInput={(text) => props.onChange({ [field]: text })}
    />
  );
  return (
    <fieldset class="stack">
      <legend>The models that count</legend>
      <div class="rule-fields">
        <ChoiceField
          label="Model"
          choices={models().map(({ words }, i) => [String(i), words] as const)}
          chosen={String(chosen())}
          complaint={props.complaint("model")}
          onChoose={(i) => props.onChange({ model: models()[Number(i)]?.model ?? null })}
        />
        {limit("latentSize", "Numbers in the latent, at most")}
        {limit("parameters", "Parameters, at most")}
        {limit("epochs", "Epochs, at most")}
      </div>
      <p class="muted">An empty field limits nothing.</p>
      <details class="help" open={props.form.layerKinds.length > 0}>
        <summary>
          Layers: {props.form.layerKinds.length === 0 ? "any" : props.form.layerKinds.join(", ")}
        </summary>
        <div class="rule-kinds">
          <For each={LAYER_KINDS}>
            {(kind) => (
              <label>
                <input
                  type="checkbox"
                  checked={props.form.layerKinds.includes(kind)}
                  onChange={(event) => toggle(kind, event.currentTarget.checked)}
                />{" "}
                {kind}
              </label>
            )}
          </For>
        </div>
      </details>
    </fieldset>
  );
}

type Choice = { readonly model: BoardLimits["model"]; readonly words: string };

/** Any model, those of the course's problems, and the one that the board has, if it is none of them. */
function listModels(specs: readonly CourseSpec[], own: BoardLimits["model"]): readonly Choice[] {
  const known = new Map<string, Choice>();
  for (const { title, sweep } of specs) {
    const { model } = sweep.spec;
    const key = canonicalJson(model);
    if (!known.has(key)) known.set(key, { model, words: `${describeModel(sweep)}, any width (${title})` });
  }
  const isOther = own !== null && !known.has(canonicalJson(own));
  return [
    { model: null, words: "any" },
    ...(isOther
      ? [{ model: own, words: `the one that it has, of ${own.layers.length} layers, any width` }]
      : []),
    ...known.values(),
  ];
}
