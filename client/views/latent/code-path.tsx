import { createMemo, For } from "solid-js";
import { LABELS } from "../../../shared/dataset/digits.ts";
import { isAffine } from "../../../shared/model/affine-map.ts";
import { Button } from "../../parts/button.tsx";
import { DigitImage } from "../../parts/digit-image.tsx";
import { Field } from "../../parts/field.tsx";
import { ImageRow } from "../../parts/image-row.tsx";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import { blend, codeOf, decodeCodes } from "./codes.ts";
import type { End, PathState } from "./create-path.ts";
import { pathCsv, pathOf, pathTable } from "./path-of.ts";

const QUESTION = "What lies between two images?";

/** A straight way between two codes, decoded, above a cross-fade of the two images. */
export function CodePath(props: {
  path: PathState;
  run: ViewedRun;
  labels: Uint8Array;
  imageAt: (place: number) => Float32Array;
  range: readonly [number, number];
}) {
  const image = (end: End) => props.imageAt(props.path.ends()[end]);
  const whole = createMemo(() => pathOf(props.run, image("A"), image("B")));
  const codes = createMemo(() => ({ A: codeOf(props.run, image("A")), B: codeOf(props.run, image("B")) }));
  const decoded = createMemo(() => decodeCodes(props.run, blend(codes().A, codes().B, props.path.share())));
  const faded = createMemo(() =>
    blend(Float64Array.from(image("A")), Float64Array.from(image("B")), props.path.share()),
  );
  const digit = (end: End) => props.labels[props.path.ends()[end]] ?? 0;
  const isDecoderAffine = () => {
    const { layers, latentAfter } = props.run.spec.model;
    return isAffine({ layers: layers.slice(latentAfter + 1), latentAfter: 0 });
  };
  const note = () =>
    isDecoderAffine()
      ? "This decoder is affine, so the way through its latent is a cross-fade, of the two reconstructions: the strokes of both show through. Only a decoder that bends, with a non-linearity, can turn one digit into another."
      : `In the middle, the way through the latent differs from a cross-fade of the two reconstructions by a mean square of ${whole().bend.toFixed(4)}: the decoder bends the straight line between the codes.`;
  return (
    <ViewFrame
      question={QUESTION}
      look="Two images, the codes in equal steps between theirs, decoded, and below them the images themselves faded pixel by pixel. Look at the middle: is it a digit, or two laid over one another?"
      saving={{
        file: "path-through-the-latent",
        csv: () => pathCsv(whole()),
        svg: async () => {
          const { buildImagesSvg } = await import("../../plot/svg/build-images-svg.ts");
          return buildImagesSvg(pathTable(whole(), { question: QUESTION, range: props.range, note: note() }));
        },
      }}
    >
      <div class="path-ends not-printed">
        <For each={["A", "B"] as const}>
          {(end) => (
            <div class="path-end">
              <DigitImage
                values={image(end)}
                range={props.range}
                alt={`${end}: image ${props.path.ends()[end]}, a ${digit(end)}`}
              />
              <Field label={end === "A" ? "From A" : "To B"}>
                {(control) => (
                  <select
                    {...control()}
                    onChange={(event) => props.path.another(end, Number(event.currentTarget.value))}
                  >
                    <For each={LABELS}>
                      {(one) => (
                        <option value={one} selected={one === digit(end)}>
                          a {one}
                        </option>
                      )}
                    </For>
                  </select>
                )}
              </Field>
              <Button onClick={() => props.path.another(end, digit(end))}>Another {digit(end)}</Button>
            </div>
          )}
        </For>
      </div>
      <div class="path-rows">
        <span>through the latent</span>
        <ImageRow
          values={whole().decoded}
          range={props.range}
          alt={`Nine codes from a ${digit("A")} to a ${digit("B")}, decoded`}
        />
        <span>cross-fade</span>
        <ImageRow
          values={whole().faded}
          range={props.range}
          alt={`The ${digit("A")} fading into the ${digit("B")}, pixel by pixel`}
        />
      </div>
      <div class="path-here">
        <input
          class="path-slider"
          type="range"
          min="0"
          max="100"
          value={Math.round(100 * props.path.share())}
          aria-label="Place on the path"
          aria-valuetext={`${Math.round(100 * props.path.share())} % of the way from A to B`}
          onInput={(event) => props.path.setShare(Number(event.currentTarget.value) / 100)}
        />
        <div class="latent-pair">
          <figure>
            <DigitImage
              values={decoded()}
              range={props.range}
              alt={`The code ${Math.round(100 * props.path.share())} % of the way, decoded`}
            />
            <figcaption>through the latent</figcaption>
          </figure>
          <figure>
            <DigitImage values={faded()} range={props.range} alt="The two images faded as far" />
            <figcaption>cross-fade</figcaption>
          </figure>
        </div>
      </div>
      <p class="muted picked-facts width-note">{note()}</p>
    </ViewFrame>
  );
}
