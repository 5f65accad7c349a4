import { createMemo, For, Show } from "solid-js";
import { takeImages } from "../../../shared/dataset/split.ts";
import { Button } from "../../parts/button.tsx";
import { ImageRow } from "../../parts/image-row.tsx";
import { plural } from "../../parts/numbers.ts";
import type { LatentState } from "./create-map.ts";
import { countDigits } from "./find-points.ts";

const SHOWN = 60;
const A_ROW = 10;

/** The images inside the lasso, and how many of each digit. */
export function LassoPanel(props: {
  state: LatentState;
  labels: Uint8Array;
  images: Float32Array;
  range: readonly [number, number];
}) {
  const counts = createMemo(() => countDigits(props.state.inside(), props.labels));
  const words = () =>
    counts()
      .flatMap((count, digit) => (count === 0 ? [] : [`${count} × ${digit}`]))
      .join(", ");
  const rows = createMemo(() => {
    const shown = props.state.inside().subarray(0, SHOWN);
    return Array.from({ length: Math.ceil(shown.length / A_ROW) }, (_, row) => {
      const places = shown.subarray(row * A_ROW, (row + 1) * A_ROW);
      return {
        values: takeImages(props.images, places),
        alt: `Images of ${Array.from(places, (place) => props.labels[place]).join(", ")}`,
      };
    });
  });
  return (
    <div class="latent-panel">
      <div class="row">
        <Button onClick={props.state.selectShown}>
          {props.state.digit() === null ? "Take all that are shown" : `Take every ${props.state.digit()}`}
        </Button>
        <Button disabled={props.state.inside().length === 0} onClick={props.state.clear}>
          Clear
        </Button>
      </div>
      <p class="number" role="status">
        <Show
          when={props.state.inside().length > 0}
          fallback="Draw around some numerals. By keyboard, arrow keys move a rectangle and Shift with arrow keys changes its size; or choose a digit and take them all."
        >
          {plural(props.state.inside().length, "image")} inside: {words()}.
        </Show>
      </p>
      <div class="latent-inside">
        <For each={rows()}>{(row) => <ImageRow values={row.values} range={props.range} alt={row.alt} />}</For>
      </div>
      <Show when={props.state.inside().length > SHOWN}>
        <p class="muted">The first {SHOWN} are drawn.</p>
      </Show>
    </div>
  );
}
