import { Match, Switch } from "solid-js";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { readNumber, SpecField } from "../../parts/spec-field.tsx";

type Split = ExperimentSpec["dataset"]["split"];

/** Which examples are trained on: a share of all, or one digit alone. */
export function SplitFields(props: {
  split: Split;
  complaint: string | undefined;
  onChange: (split: object) => void;
}) {
  const random = () => (props.split.kind === "random" ? props.split : null);
  const oneDigit = () => (props.split.kind === "oneDigit" ? props.split : null);
  return (
    <Switch>
      <Match when={random()}>
        {(split) => (
          <div class="spec-form-pair">
            <SpecField
              label="Test fraction"
              value={String(split().testFraction)}
              complaint={props.complaint}
              help="share of the examples"
              onEdit={(text) => props.onChange({ ...split(), testFraction: readNumber(text) })}
            />
            <SpecField
              label="Split seed"
              inputMode="numeric"
              value={String(split().seed)}
              complaint={undefined}
              help="scikit-learn's random_state"
              onEdit={(text) => props.onChange({ ...split(), seed: readNumber(text) })}
            />
          </div>
        )}
      </Match>
      <Match when={oneDigit()}>
        {(split) => (
          <SpecField
            label="Digit that is trained on"
            inputMode="numeric"
            value={String(split().digit)}
            complaint={props.complaint}
            help="0 to 9; every other digit is an anomaly"
            onEdit={(text) => props.onChange({ ...split(), digit: readNumber(text) })}
          />
        )}
      </Match>
    </Switch>
  );
}
