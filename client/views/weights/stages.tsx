import { createMemo, createSignal, For, Index } from "solid-js";
import { type Digits, LABELS, PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { Button } from "../../parts/button.tsx";
import { DigitImage } from "../../parts/digit-image.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { reachOf } from "../../parts/pictures.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { Table } from "../../parts/table.tsx";
import type { Epochs } from "../create-epochs.ts";
import { sayEpoch } from "../epoch-words.ts";
import { filterExamples, filtersOf } from "../reconstructions/choose-examples.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import { sayReach } from "./end-words.ts";
import { describeLayer, describeShape } from "./layer-words.ts";
import { picturesCsv } from "./pictures-csv.ts";
import { stagesOf } from "./stage-pictures.ts";
import { StageView } from "./stage-view.tsx";

const QUESTION = "What happens to an image on its way?";

/** One image through the model, layer by layer. */
export function Stages(props: { run: ViewedRun; epochs: Epochs; digits: Digits }) {
  const [digit, setDigit] = createSignal(2);
  const [turn, setTurn] = createSignal(0);
  const images = () => scaleImages(props.digits, props.run.spec.dataset.scaling);
  const place = createMemo(() => {
    const { split } = props.run.spec.dataset;
    const sets = filtersOf(split)[0]?.sets ?? [];
    const places = filterExamples(split, props.digits.labels, { sets, digit: digit() });
    return places[turn() % Math.max(1, places.length)] ?? 0;
  });
  const image = createMemo(() => images().subarray(place() * PIXELS, (place() + 1) * PIXELS));
  const stages = createMemo(() => stagesOf(props.run.spec.model, props.epochs.shown().weights, image()));
  const imageRange = () => rangeOf(images());
  const imageName = () => `Image ${place()} of the data, a ${props.digits.labels[place()]}`;
  const when = () => sayEpoch(props.epochs.shown().epoch, props.run);
  const choose = (next: number) => {
    setTurn(next === digit() ? turn() + 1 : 0);
    setDigit(next);
  };
  const imagePictures = () => ({ values: image(), count: 1, height: 8, width: 8 });
  const drawSvg = async () => {
    const { buildPicturesSvg } = await import("../../plot/svg/build-pictures-svg.ts");
    const first = {
      name: imageName(),
      note: "",
      pictures: imagePictures(),
      range: imageRange(),
      ramp: "image" as const,
    };
    const groups = stages().map(({ layer, shape, pictures, isLast }) => {
      const range = isLast ? imageRange() : reachOf(pictures.values);
      const note = `${describeShape(shape)}. ${isLast ? "In the colours of the image." : `${sayReach(range)}.`}`;
      return {
        name: describeLayer(layer),
        note,
        pictures,
        to: Math.min(pictures.count, 120),
        range,
        ramp: isLast ? ("image" as const) : ("residual" as const),
      };
    });
    return buildPicturesSvg(
      { question: QUESTION, note: `${props.run.name}. ${when()}.`, groups: [first, ...groups] },
      { width: 640 },
    );
  };
  const csv = () =>
    picturesCsv([
      { name: "image", pictures: imagePictures() },
      ...stages().map(({ layer, pictures }, i) => ({ name: `layer ${i + 1} ${layer.kind}`, pictures })),
    ]);

  return (
    <ViewFrame
      question={QUESTION}
      look="The image at the top goes through the layers one after the other. Look for what each channel keeps of it, where detail is lost, and what the last layer makes of what is left."
      saving={{ file: "stages", csv, svg: drawSvg }}
      table={
        <Table caption={`${imageName()}, ${when()}`}>
          <thead>
            <tr>
              <th scope="col">Layer</th>
              <th scope="col">gives</th>
              <th scope="col" data-number>
                least
              </th>
              <th scope="col" data-number>
                largest
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={stages()}>
              {({ layer, shape, pictures }) => {
                const values = Array.from(pictures.values);
                return (
                  <tr>
                    <th scope="row">{describeLayer(layer)}</th>
                    <td>{describeShape(shape)}</td>
                    <td data-number>{formatNumber(values.reduce((a, b) => Math.min(a, b)))}</td>
                    <td data-number>{formatNumber(values.reduce((a, b) => Math.max(a, b)))}</td>
                  </tr>
                );
              }}
            </For>
          </tbody>
        </Table>
      }
    >
      <fieldset class="segments" aria-label="Which digit; press again for another image of it">
        <For each={LABELS}>
          {(one) => (
            <Button kind="quiet" aria-pressed={digit() === one} onClick={() => choose(one)}>
              {one}
            </Button>
          )}
        </For>
        <Button kind="quiet" onClick={() => choose(digit())}>
          another {digit()}
        </Button>
      </fieldset>
      <div class="stage-image">
        <DigitImage values={image()} range={imageRange()} alt={imageName()} />
        <p>{imageName()}</p>
      </div>
      <ol class="stages">
        <Index each={stages()}>
          {(stage, i) => <StageView stage={stage()} place={i} imageRange={imageRange()} />}
        </Index>
      </ol>
    </ViewFrame>
  );
}
