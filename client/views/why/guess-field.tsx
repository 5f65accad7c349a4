import { createUniqueId, For, Match, Switch } from "solid-js";
import { Slider } from "../../parts/slider.tsx";
import type { Guess } from "./question.ts";

/** Where a reader predicts: one of the options, or a number. */
export function GuessField(props: {
  guess: Guess;
  value: number | null;
  disabled: boolean;
  onValue: (value: number) => void;
}) {
  const name = createUniqueId();
  const choice = () => (props.guess.kind === "choice" ? props.guess : null);
  const number = () => (props.guess.kind === "number" ? props.guess : null);
  return (
    <Switch>
      <Match when={choice()}>
        {(asked) => (
          <fieldset class="why-options" disabled={props.disabled}>
            <legend class="field-label">Your prediction</legend>
            <For each={asked().options}>
              {(option, i) => (
                <label class="choice">
                  <input
                    type="radio"
                    name={name}
                    checked={props.value === i()}
                    onChange={() => props.onValue(i())}
                  />
                  {option}
                </label>
              )}
            </For>
          </fieldset>
        )}
      </Match>
      <Match when={number()}>
        {(asked) => (
          <div class="why-number">
            <Slider
              label={`Your prediction: ${asked().label}`}
              value={props.value ?? (asked().low + asked().high) / 2}
              min={asked().low}
              max={asked().high}
              step={asked().step}
              words={props.value === null ? "not set yet" : props.value.toFixed(2)}
              disabled={props.disabled}
              onValue={props.onValue}
            />
          </div>
        )}
      </Match>
    </Switch>
  );
}
