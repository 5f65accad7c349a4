import { createMemo, Show } from "solid-js";
import { reconstructionErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { Button } from "../../parts/button.tsx";
import { DigitImage } from "../../parts/digit-image.tsx";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import type { ViewedRun } from "../viewed-run.ts";
import { codeOf, decodeCodes } from "./codes.ts";
import type { LatentState } from "./create-map.ts";

/** The image whose point is read, and its reconstruction. */
export function ReadPanel(props: {
  state: LatentState;
  run: ViewedRun;
  labels: Uint8Array;
  imageAt: (place: number) => Float32Array;
  range: readonly [number, number];
  onEnd: (end: "A" | "B", place: number) => void;
}) {
  const read = createMemo(() => {
    const place = props.state.read();
    const at = props.state.pointOf(place);
    if (place === null || at === null) return null;
    const image = props.imageAt(place);
    const reconstruction = decodeCodes(props.run, codeOf(props.run, image));
    const error = reconstructionErrors(image, reconstruction)[0] ?? 0;
    return { place, at, image, reconstruction, error };
  });
  return (
    <div class="latent-panel">
      <Show
        when={read()}
        fallback={
          <p class="muted">
            Point at a numeral, tap it, or move to one by arrow keys: its image and reconstruction stand here.
          </p>
        }
      >
        {(one) => (
          <>
            <div class="latent-pair">
              <figure>
                <DigitImage
                  values={one().image}
                  range={props.range}
                  alt={`Image of a ${props.labels[one().place]}`}
                />
                <figcaption>image</figcaption>
              </figure>
              <figure>
                <DigitImage
                  values={one().reconstruction}
                  range={props.range}
                  alt={`Reconstruction of image ${one().place}`}
                />
                <figcaption>reconstruction</figcaption>
              </figure>
            </div>
            <p class="number" role="status">
              A {props.labels[one().place]}, {props.state.sets()[one().place]}, place {one().place}: at{" "}
              {formatNumber(one().at.x)}, {formatNumber(one().at.y)}; error {formatLoss(one().error)}.
            </p>
            <div class="row">
              <Button onClick={() => props.onEnd("A", one().place)}>Path from here</Button>
              <Button onClick={() => props.onEnd("B", one().place)}>Path to here</Button>
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
