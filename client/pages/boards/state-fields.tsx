import { Show } from "solid-js";
import { DayAndTime } from "../../parts/day-and-time.tsx";
import { ChoiceField } from "./choice-field.tsx";
import type { FormPart } from "./form-part.ts";

/** Whether the board is open, from when it is frozen, until when it is hidden. */
export function StateFields(props: FormPart & { zone: string }) {
  const zone = () => props.zone.replaceAll("_", " ");
  return (
    <fieldset class="stack">
      <legend>Open, frozen or hidden</legend>
      <div class="rule-fields">
        <ChoiceField
          label="The board is"
          choices={[
            ["open", "open"],
            ["frozen", "frozen from a moment on"],
            ["hidden", "hidden from students"],
          ]}
          chosen={props.form.state}
          onChoose={(state) => props.onChange({ state })}
        />
        <Show when={props.form.state !== "open"}>
          <DayAndTime
            label={
              props.form.state === "frozen" ? `From (${zone()})` : `Until (${zone()}); empty until opened`
            }
            clock={props.form.clock}
            complaint={props.complaint("clock")}
            onChange={(part) => props.onChange({ clock: { ...props.form.clock, ...part } })}
          />
        </Show>
      </div>
    </fieldset>
  );
}
