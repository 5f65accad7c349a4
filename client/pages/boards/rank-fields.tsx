import { Show } from "solid-js";
import { BoardMetric, isMeasured, nameMetric } from "../../../shared/boards/metrics.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FormPart } from "./form-part.ts";
import { TextField } from "./text-field.tsx";

/** By what is ranked, and which of a seat's runs. */
export function RankFields(props: FormPart & { zone: string }) {
  const metrics = () => {
    const split = props.form.splitKind === "random" ? RANDOM : ONE_DIGIT;
    return BoardMetric.options
      .filter((metric) => isMeasured(metric, split))
      .map((metric) => [metric, nameMetric(metric)] as const);
  };
  return (
    <fieldset class="stack">
      <legend>The ranking</legend>
      <div class="rule-fields">
        <ChoiceField
          label="By"
          choices={metrics()}
          chosen={props.form.metric}
          complaint={props.complaint("metric")}
          onChoose={(metric) => props.onChange({ metric })}
        />
        <ChoiceField
          label="Of each seat"
          choices={[
            ["best", "the best run"],
            ["latest", "the latest run"],
          ]}
          chosen={props.form.counts}
          onChoose={(counts) => props.onChange({ counts })}
        />
        <ChoiceField
          label="Widths"
          choices={[
            ["byWidth", "each ranked for itself"],
            ["together", "all in one ranking"],
          ]}
          chosen={props.form.ranking}
          onChoose={(ranking) => props.onChange({ ranking })}
        />
        <Show when={props.form.ranking === "byWidth"}>
          <TextField
            label="Widths shown from the start"
            help="Others are shown once someone has trained them."
            value={props.form.widths}
            complaint={props.complaint("widths")}
            onInput={(widths) => props.onChange({ widths })}
          />
        </Show>
        <TextField
          label="Runs that count a day"
          help={`Of each seat${props.form.ranking === "byWidth" ? " at each width" : ""}; days are those of ${props.zone.replaceAll("_", " ")}. Empty for any number.`}
          numeric
          value={props.form.attemptsADay}
          complaint={props.complaint("attemptsADay")}
          onInput={(attemptsADay) => props.onChange({ attemptsADay })}
        />
        <ChoiceField
          label="Seats stand there"
          choices={[
            ["optIn", "by name, if wished"],
            ["pseudonym", "by pseudonym"],
          ]}
          chosen={props.form.names}
          onChoose={(names) => props.onChange({ names })}
        />
      </div>
    </fieldset>
  );
}

const RANDOM = { kind: "random", testFraction: 0.5, seed: 0 } as const;
const ONE_DIGIT = { kind: "oneDigit", digit: 2 } as const;
