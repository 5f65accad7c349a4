import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Chart } from "./chart.ts";
import type { PlotDot } from "./columns.ts";

/** Single values above the lines, each a link to where it comes from. Those outside the frame are not drawn. */
export function PlotDots(props: { dots: readonly PlotDot[]; place: Chart["place"] | null }) {
  return (
    <Show when={props.dots.length > 0 && props.place}>
      {(place) => (
        <ul class="plot-dots not-printed" aria-label="Values worth a look">
          <For each={props.dots}>
            {(dot) => (
              <Show when={place()(dot.x, dot.y)}>
                {(at) => (
                  <li style={{ left: `${at().left}px`, top: `${at().top}px` }}>
                    <A class="plot-dot" href={dot.href} aria-label={dot.label} title={dot.label} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      )}
    </Show>
  );
}
