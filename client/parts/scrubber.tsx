import type { Playback } from "../state/playback.ts";
import { Button } from "./button.tsx";

/** Goes through what happened, by hand or by itself. */
export function Scrubber(props: {
  playback: Playback;
  /** What the places are: "Epoch". */
  name: string;
  first: number;
  last: number;
  /** What is shown at the place, for who cannot see it. */
  words: string;
  disabled?: boolean;
}) {
  const share = () =>
    props.last > props.first
      ? (Math.max(props.first, props.playback.place()) - props.first) / (props.last - props.first)
      : 0;
  return (
    <div class="scrubber">
      <Button
        kind="quiet"
        class="scrubber-play"
        disabled={props.disabled}
        onClick={() => (props.playback.isPlaying() ? props.playback.pause() : props.playback.play())}
      >
        {props.playback.isPlaying() ? "Pause" : "Play"}
      </Button>
      <input
        class="slider"
        type="range"
        min={props.first}
        max={props.last}
        value={props.playback.place()}
        disabled={props.disabled}
        style={{ "--share": share() }}
        aria-label={props.name}
        aria-valuetext={props.words}
        onInput={(event) => props.playback.goTo(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
