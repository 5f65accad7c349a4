import { createMemo, createSignal, For, Show } from "solid-js";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { countVarying, matchComponents } from "../../../shared/metrics/weight-spaces.ts";
import { type EndName, endsOf, endWeights, isLinearChain } from "../../../shared/model/end-weights.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { PrincipalComponents } from "../../../shared/training/principal-components.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { reachOf } from "../../parts/pictures.ts";
import { Table } from "../../parts/table.tsx";
import type { Epochs } from "../create-epochs.ts";
import { sayEpoch } from "../epoch-words.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import { EndPanel, PAGE } from "./end-panel.tsx";
import { END_NAMES, sayComponent, sayPicture, sayReach } from "./end-words.ts";
import { picturesCsv } from "./pictures-csv.ts";

const QUESTION = "What does each hidden number look for, and what does it paint?";
/** The components whose largest entry the colours of all reach to. */
const SCALE_COMPONENTS = 20;
const START: Record<EndName, number> = { encoder: 0, decoder: 0 };

/** The encoder's rows and the decoder's columns as pictures, beside the principal components of the train images. */
export function Ends(props: { run: ViewedRun; epochs: Epochs; pca: PrincipalComponents | null }) {
  const model = () => props.run.spec.model;
  const ends = createMemo(() => endsOf(model()));
  const isChain = () => isLinearChain(model());
  const [read, setRead] = createSignal(START);
  const [component, setComponent] = createSignal(0);
  const [page, setPage] = createSignal(0);

  const picturesOf = (weights: Weights) => ends().map((end) => endWeights(end, weights));
  /** The same at every epoch, so that what grows is seen to grow. */
  const ranges = createMemo(() => {
    const first = props.epochs.snapshots()[0]?.weights ?? props.run.weights;
    const all = [picturesOf(first), picturesOf(props.run.weights)];
    return ends().map((_, i) => reachOf(...all.map((pictures) => pictures[i]?.pictures ?? [])));
  });
  const shown = createMemo(() =>
    picturesOf(props.epochs.shown().weights).map(({ end, pictures }, i) => ({
      end,
      range: ranges()[i] ?? ([-1, 1] as const),
      pictures: { values: pictures, count: pictures.length / PIXELS, height: 8, width: 8 },
      matches: props.pca === null ? null : matchComponents({ end, pictures }, props.pca),
    })),
  );
  const components = createMemo(() => {
    const { pca } = props;
    if (pca === null) return null;
    const count = countVarying(pca);
    const values = pca.components.subarray(0, count * PIXELS);
    // The last ones hold a pixel or two: beside those the others would be pale.
    const range = reachOf(values.subarray(0, SCALE_COMPONENTS * PIXELS));
    return { pca, pictures: { values, count, height: 8, width: 8 }, range };
  });
  const readOf = (end: EndName) => read()[end];
  /** In a chain a row and a column of one number belong together. */
  const readPicture = (end: EndName, picture: number) =>
    setRead((now) => (isChain() ? { encoder: picture, decoder: picture } : { ...now, [end]: picture }));
  const alikeOf = (place: number) => {
    const found = components();
    const one = shown()[place];
    const match = one?.matches?.[readOf(one.end)];
    if (found === null || match === undefined) return null;
    const at = match.component;
    const values = found.pca.components.slice(at * PIXELS, (at + 1) * PIXELS);
    // Its sign is free; this one is like the picture.
    const turned = match.cosine < 0 ? values.map((value) => -value) : values;
    return { values: turned, range: found.range, name: sayComponent(at, found.pca.variances) };
  };
  const when = () => sayEpoch(props.epochs.shown().epoch, props.run);

  const drawSvg = async () => {
    const { buildPicturesSvg } = await import("../../plot/svg/build-pictures-svg.ts");
    const from = page() * PAGE;
    const groups = shown().map(({ end, pictures, range }) => {
      const to = Math.min(pictures.count, from + PAGE);
      return {
        name: END_NAMES[end].title,
        note: sayReach(range),
        pictures,
        from: Math.min(from, to),
        to,
        range,
        ramp: "residual" as const,
      };
    });
    const found = components();
    const ofPca = found && {
      name: "Principal components of the train images",
      note: sayReach(found.range),
      ...{ pictures: found.pictures, from: 0, to: Math.min(PAGE, found.pictures.count), range: found.range },
      ramp: "residual" as const,
    };
    return buildPicturesSvg(
      {
        question: QUESTION,
        note: `${props.run.name}. ${when()}.`,
        groups: ofPca ? [...groups, ofPca] : groups,
      },
      { width: 640 },
    );
  };
  const csv = () =>
    picturesCsv([
      ...shown().map(({ end, pictures }) => ({ name: end, pictures })),
      ...[components()].flatMap((found) =>
        found === null ? [] : [{ name: "component", pictures: found.pictures }],
      ),
    ]);

  return (
    <ViewFrame
      question={QUESTION}
      look={
        isChain()
          ? "Each hidden number reads an image with one row of the encoder, and adds one column of the decoder to the reconstruction. Look for the shapes of PCA, right or last: the numbers find the same space in training, but hardly ever the same pictures."
          : "Something bends between these layers, so these are the rows of the first layer and the columns of the last one, not a whole encoder and decoder. Look for strokes: each row is a shape that a number reads, each column one that it paints."
      }
      saving={{ file: "weights", csv, svg: drawSvg }}
      table={
        <For each={shown()}>
          {({ end, matches }) => (
            <Table caption={`${END_NAMES[end].title}, ${when()}`}>
              <thead>
                <tr>
                  <th scope="col">{END_NAMES[end].one}</th>
                  <th scope="col" data-number>
                    norm
                  </th>
                  <th scope="col" data-number>
                    most like component
                  </th>
                  <th scope="col" data-number>
                    |cosine|
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={(matches ?? []).slice(page() * PAGE, (page() + 1) * PAGE)}>
                  {({ norm, component, cosine }, i) => (
                    <tr>
                      <th scope="row">{formatNumber(page() * PAGE + i() + 1)}</th>
                      <td data-number>{formatNumber(norm)}</td>
                      <td data-number>{component + 1}</td>
                      <td data-number>{Math.abs(cosine).toFixed(2)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </Table>
          )}
        </For>
      }
    >
      <div class="end-panels">
        <For each={ends()}>
          {({ end }, i) => (
            <Show when={shown()[i()]}>
              {(one) => (
                <EndPanel
                  title={END_NAMES[end].title}
                  many={END_NAMES[end].many}
                  pictures={one().pictures}
                  range={one().range}
                  read={readOf(end)}
                  say={(at) => sayPicture(end, at, one().matches?.[at] ?? null)}
                  onRead={(at) => readPicture(end, at)}
                  alike={alikeOf(i())}
                  onPage={setPage}
                />
              )}
            </Show>
          )}
        </For>
        <Show when={components()}>
          {(found) => (
            <EndPanel
              title="Principal components of the train images"
              many="principal components"
              pictures={found().pictures}
              range={found().range}
              read={component()}
              say={(at) => sayComponent(at, found().pca.variances)}
              onRead={setComponent}
            />
          )}
        </Show>
      </div>
    </ViewFrame>
  );
}
