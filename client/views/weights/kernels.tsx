import { createMemo, createSignal, For, Show } from "solid-js";
import type { Weights } from "../../../shared/model/weights.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { Pager } from "../../parts/pager.tsx";
import { PictureGrid } from "../../parts/picture-grid.tsx";
import { reachOf } from "../../parts/pictures.ts";
import { Segments } from "../../parts/segments.tsx";
import { Table } from "../../parts/table.tsx";
import type { Epochs } from "../create-epochs.ts";
import { sayEpoch } from "../epoch-words.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import { sayReach } from "./end-words.ts";
import { type KernelLayer, kernelLayers, kernelPictures, wayOf } from "./kernel-pictures.ts";
import { describeLayer } from "./layer-words.ts";
import { picturesCsv } from "./pictures-csv.ts";

const QUESTION = "Which patterns do its kernels look for?";
const PAGE = 80;

/** The kernels of each convolution as pictures. */
export function Kernels(props: { run: ViewedRun; epochs: Epochs }) {
  const layers = createMemo(() => kernelLayers(props.run.spec.model));
  const [place, setPlace] = createSignal(0);
  const [read, setRead] = createSignal(0);
  const layer = () => layers()[place()] ?? layers()[0];
  const when = () => sayEpoch(props.epochs.shown().epoch, props.run);
  return (
    <Show when={layer()}>
      {(shown) => {
        const of = (weights: Weights) => kernelPictures(shown(), weights);
        const pictures = createMemo(() => of(props.epochs.shown().weights));
        const range = createMemo(() => {
          const first = props.epochs.snapshots()[0]?.weights ?? props.run.weights;
          return reachOf(of(first).values, of(props.run.weights).values);
        });
        const at = () => Math.min(read(), pictures().count - 1);
        const from = () => Math.floor(at() / PAGE) * PAGE;
        const to = () => Math.min(pictures().count, from() + PAGE);
        const entries = (picture: number) => {
          const { values, height, width } = pictures();
          return Array.from({ length: height * width }, (_, i) => values[picture * height * width + i] ?? 0);
        };
        const say = (picture: number) => {
          const sum = entries(picture).reduce((total, value) => total + value, 0);
          return `${sayWay(shown(), picture)}: norm ${formatNumber(Math.hypot(...entries(picture)))}, sum ${formatNumber(sum)}`;
        };
        const drawSvg = async () => {
          const { buildPicturesSvg } = await import("../../plot/svg/build-pictures-svg.ts");
          const group = {
            name: describeLayer(shown().layer),
            note: sayReach(range()),
            ...{ pictures: pictures(), from: from(), to: to(), range: range(), ramp: "residual" as const },
          };
          return buildPicturesSvg(
            { question: QUESTION, note: `${props.run.name}. ${when()}.`, groups: [group] },
            { width: 640 },
          );
        };
        return (
          <ViewFrame
            question={QUESTION}
            look="A convolution lays each kernel over every place of what comes in, and tells how well it fits. Look for edges (blue beside orange), for blurs (one colour), and for kernels that let the image through (one strong pixel in the middle)."
            saving={{
              file: "kernels",
              csv: () => picturesCsv([{ name: `layer ${shown().index + 1}`, pictures: pictures() }]),
              svg: drawSvg,
            }}
            table={
              <Table caption={`${describeLayer(shown().layer)}, ${when()}`}>
                <thead>
                  <tr>
                    <th scope="col">Kernel</th>
                    <th scope="col">its numbers, row by row</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={Array.from({ length: to() - from() }, (_, i) => from() + i)}>
                    {(picture) => (
                      <tr>
                        <th scope="row">{sayWay(shown(), picture)}</th>
                        <td>{entries(picture).map(formatNumber).join(", ")}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </Table>
            }
          >
            <Show when={layers().length > 1}>
              <Segments
                label="Which layer"
                choices={layers().map((_, i) => i)}
                chosen={place()}
                onChoose={(i) => {
                  setPlace(i);
                  setRead(0);
                }}
                name={(i) => `layer ${(layers()[i]?.index ?? i) + 1}`}
              />
            </Show>
            <div class="stage">
              <h4>{describeLayer(shown().layer)}</h4>
              <p class="picture-scale">{sayReach(range())}</p>
              <PictureGrid
                pictures={pictures()}
                from={from()}
                to={to()}
                range={range()}
                label="Kernels"
                read={at()}
                say={say}
                onRead={setRead}
              />
              <Pager
                name="kernels"
                count={pictures().count}
                size={PAGE}
                page={from() / PAGE}
                onPage={(to) => setRead(to * PAGE)}
              />
              <p class="stage-reading">{say(at())}</p>
            </div>
          </ViewFrame>
        );
      }}
    </Show>
  );
}

function sayWay(layer: KernelLayer, picture: number): string {
  const { from, to } = wayOf(layer, picture);
  return `Kernel ${formatNumber(picture + 1)}, from channel ${formatNumber(from + 1)} to channel ${formatNumber(to + 1)}`;
}
