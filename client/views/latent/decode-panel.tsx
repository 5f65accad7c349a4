import { createMemo, createSignal, Show } from "solid-js";
import type { LatentMap } from "../../../shared/metrics/latent-map.ts";
import { DigitImage } from "../../parts/digit-image.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import type { ViewedRun } from "../viewed-run.ts";
import { codeAt, codeOf, decodeCodes, meanBase } from "./codes.ts";
import type { LatentState } from "./create-map.ts";
import { nearestPlace } from "./find-points.ts";

/** What the decoder alone makes of the code under the cross, as it is dragged. */
export function DecodePanel(props: {
  state: LatentState;
  map: LatentMap;
  run: ViewedRun;
  labels: Uint8Array;
  imageAt: (place: number) => Float32Array;
  range: readonly [number, number];
}) {
  const [keepsRest, setKeepsRest] = createSignal(false);
  const base = createMemo(() => {
    const place = props.state.read();
    const at = props.state.pointOf(place);
    if (!keepsRest() || place === null || at === null) return meanBase(props.map);
    return { code: codeOf(props.run, props.imageAt(place)), at };
  });
  const decoded = createMemo(() => {
    const code = codeAt(props.map, props.state.axes(), { base: base(), place: props.state.handle() });
    return decodeCodes(props.run, code);
  });
  const nearest = createMemo(() => {
    const points = props.state.points();
    return points === null ? null : nearestPlace(points, props.state.places(), props.state.handle());
  });
  const hasRest = () => props.map.size > 2;
  return (
    <div class="latent-panel">
      <div class="latent-pair">
        <figure>
          <DigitImage values={decoded()} range={props.range} alt="The code under the cross, decoded" />
          <figcaption>decoded</figcaption>
        </figure>
        <Show when={nearest()}>
          {(near) => (
            <figure>
              <DigitImage
                values={props.imageAt(near().place)}
                range={props.range}
                alt={`The image whose point lies nearest, a ${props.labels[near().place]}`}
              />
              <figcaption>nearest image</figcaption>
            </figure>
          )}
        </Show>
      </div>
      <p class="number" role="status">
        At {formatNumber(props.state.handle().x)}, {formatNumber(props.state.handle().y)}; nearest is a{" "}
        {props.labels[nearest()?.place ?? 0]}.
      </p>
      <Show when={hasRest()} fallback={<p class="muted">Drag the cross: its place is the whole code.</p>}>
        <label class="choice">
          <input
            type="checkbox"
            checked={keepsRest()}
            disabled={props.state.read() === null}
            onChange={(event) => setKeepsRest(event.currentTarget.checked)}
          />
          Keep the rest of the code of the image that was read
        </label>
        <p class="muted">
          Drag the cross. The map shows two components; along all others the code is{" "}
          {keepsRest() && props.state.read() !== null ? "that image's own" : "the mean of all codes"}.
        </p>
      </Show>
    </div>
  );
}
