import { For, type JSX } from "solid-js";
import { Button } from "./button.tsx";

/** Some choices of which one holds, side by side: a press takes another. */
export function Segments<Choice>(props: {
  label: string;
  choices: readonly Choice[];
  chosen: NoInfer<Choice> | null | undefined;
  onChoose: (choice: Choice) => void;
  /** How a choice is called; what it is where it is a word or a number. */
  name?: (choice: Choice) => JSX.Element;
  class?: string;
}) {
  return (
    <fieldset class={`segments ${props.class ?? ""}`} aria-label={props.label}>
      <For each={props.choices}>
        {(choice) => (
          <Button kind="quiet" aria-pressed={choice === props.chosen} onClick={() => props.onChoose(choice)}>
            {props.name?.(choice) ?? String(choice)}
          </Button>
        )}
      </For>
    </fieldset>
  );
}
