import { createUniqueId } from "solid-js";

/** A number that is set by dragging or by arrow keys, with its name and its value in words above it. */
export function Slider(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value as it is read. */
  words: string;
  disabled?: boolean;
  onValue: (value: number) => void;
}) {
  const id = createUniqueId();
  return (
    <div class="field">
      <span class="field-label">
        <label for={id}>{props.label}</label>
        <span class="slider-value">{props.words}</span>
      </span>
      <input
        class="slider"
        type="range"
        id={id}
        min={props.min}
        max={props.max}
        step={props.step}
        value={props.value}
        disabled={props.disabled}
        style={{ "--share": (props.value - props.min) / (props.max - props.min) }}
        aria-valuetext={props.words}
        onInput={(event) => props.onValue(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
