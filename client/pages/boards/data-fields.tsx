import { Show } from "solid-js";
import { ChoiceField } from "./choice-field.tsx";
import type { FormPart } from "./form-part.ts";
import type { RuleForm } from "./rule-form.ts";
import { TextField } from "./text-field.tsx";

const DIGITS = Array.from({ length: 10 }, (_, digit) => [String(digit), String(digit)] as const);

/** The data that a run has to be trained and scored on. */
export function DataFields(props: FormPart) {
  const isOneDigit = () => props.form.splitKind === "oneDigit";
  const seed = () => (
    <TextField
      label={isOneDigit() ? "Seed that draws them" : "Seed that draws the test images"}
      numeric
      value={props.form.splitSeed}
      complaint={props.complaint("splitSeed")}
      onInput={(splitSeed) => props.onChange({ splitSeed })}
    />
  );
  return (
    <fieldset class="stack">
      <legend>The data</legend>
      <div class="rule-fields">
        <ChoiceField
          label="Trained on"
          choices={[
            ["random", "all digits, split at random"],
            ["oneDigit", "one digit alone"],
          ]}
          chosen={props.form.splitKind}
          onChoose={(splitKind) => props.onChange(withMetric(props.form, splitKind))}
        />
        <ChoiceField
          label="Scaling"
          choices={[
            ["standardize", "standardized"],
            ["unit", "0 to 1"],
            ["none", "as they are, 0 to 16"],
          ]}
          chosen={props.form.scaling}
          onChoose={(scaling) => props.onChange({ scaling })}
        />
        <Show
          when={isOneDigit()}
          fallback={
            <>
              <TextField
                label="Share of images for the test"
                help="From 0 to 1."
                numeric
                value={props.form.testFraction}
                complaint={props.complaint("testFraction")}
                onInput={(testFraction) => props.onChange({ testFraction })}
              />
              {seed()}
            </>
          }
        >
          <ChoiceField
            label="Digit"
            choices={DIGITS}
            chosen={props.form.digit}
            complaint={props.complaint("digit")}
            onChoose={(digit) => props.onChange({ digit })}
          />
          <TextField
            label="Share of the digit that is held out"
            help="Kept from training and scored as normal. From 0 to 1; empty for none, when the train images are."
            numeric
            value={props.form.heldOutFraction}
            complaint={props.complaint("heldOutFraction")}
            onInput={(heldOutFraction) => props.onChange({ heldOutFraction })}
          />
          <Show when={props.form.heldOutFraction.trim() !== ""}>{seed()}</Show>
        </Show>
      </div>
    </fieldset>
  );
}

/** Another split, and a metric that it gives: telling digits apart needs one digit, which ranks best by that. */
function withMetric({ metric }: RuleForm, splitKind: RuleForm["splitKind"]): Partial<RuleForm> {
  const needsOneDigit = metric === "auroc" || metric === "tprAt1Fpr" || metric === "dPrime";
  return splitKind === "random" && needsOneDigit ? { splitKind, metric: "testMse" } : { splitKind };
}
