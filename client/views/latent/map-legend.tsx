import { For } from "solid-js";
import { LABELS } from "../../../shared/dataset/digits.ts";
import { Button } from "../../parts/button.tsx";
import type { LatentState } from "./create-map.ts";

/** The digits in their colours: a click shows one of them alone, a second click all. */
export function MapLegend(props: { state: LatentState }) {
  return (
    <fieldset class="segments latent-legend" aria-label="Which digit">
      <Button
        kind="quiet"
        aria-pressed={props.state.digit() === null}
        onClick={() => props.state.setDigit(null)}
      >
        all digits
      </Button>
      <For each={LABELS}>
        {(digit) => (
          <Button
            kind="quiet"
            aria-pressed={props.state.digit() === digit}
            onClick={() => props.state.setDigit(props.state.digit() === digit ? null : digit)}
          >
            <span class="latent-swatch" style={{ background: `var(--digit-${digit})` }} />
            {digit}
          </Button>
        )}
      </For>
    </fieldset>
  );
}
