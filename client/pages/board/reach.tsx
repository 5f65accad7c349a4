import { Show } from "solid-js";

/** From the floor (a grey dash) to the class's best (the test set's square), on one scale for all rows. */
export function Reach(props: { best: number | null; floor: number | null; largest: number }) {
  const at = (value: number) => (props.largest > 0 ? (100 * value) / props.largest : 0);
  return (
    <svg class="reach" width="100%" height="16" preserveAspectRatio="none" aria-hidden="true">
      <Show when={props.best !== null}>
        <line
          class="reach-way"
          x1={`${at(props.floor ?? 0)}%`}
          x2={`${at(props.best ?? 0)}%`}
          y1="8"
          y2="8"
        />
      </Show>
      <Show when={props.floor !== null}>
        <line
          class="reach-floor"
          x1={`${at(props.floor ?? 0)}%`}
          x2={`${at(props.floor ?? 0)}%`}
          y1="0"
          y2="16"
        />
      </Show>
      <Show when={props.best !== null}>
        <rect class="reach-best" x={`${at(props.best ?? 0)}%`} y="4" width="8" height="8" />
      </Show>
    </svg>
  );
}
