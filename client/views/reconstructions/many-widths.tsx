import { createMemo, For, Show } from "solid-js";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { takeImages } from "../../../shared/dataset/split.ts";
import { latentSize } from "../../../shared/spec/latent-width.ts";
import { ImageRow } from "../../parts/image-row.tsx";
import { formatLoss } from "../../parts/numbers.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { createAnalysis, readFinding } from "../../state/analysis.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewProps } from "../viewed-run.ts";
import type { Gallery } from "./create-gallery.ts";
import { comparableRuns, explainGaps, type WidthRow, widthCsv, widthRows, widthTable } from "./width-rows.ts";

const QUESTION = "What does a wider latent keep that a narrow one loses?";

/** The same images through every model of the sweep, and through PCA of the same widths. */
export function ManyWidths(props: ViewProps & { gallery: Gallery }) {
  const runs = createMemo(() => comparableRuns(props.run, props.runs));
  const analysis = createAnalysis("besidePca", () => {
    const places = props.gallery.page().slice();
    if (places.length === 0) return null;
    const models = runs().map(({ spec, weights }) => ({ spec, weights }));
    return { key: JSON.stringify([runs().map(({ key }) => key), [...places]]), question: { models, places } };
  });
  // The finding of another page or sweep is not shown below these images.
  const standing = createMemo<{ rows: readonly WidthRow[]; note: string; places: Int32Array }>(
    (last) => {
      const now = analysis();
      const found = readFinding(now);
      if (now.status !== "done" || found === null) return last;
      return {
        rows: widthRows(runs(), found),
        note: explainGaps(runs(), found),
        places: props.gallery.page(),
      };
    },
    { rows: [], note: "", places: new Int32Array(0) },
  );
  const problem = () => {
    const now = analysis();
    return now.status === "failed" ? now.message : null;
  };
  const rowCount = () => {
    const sizes = runs().map(({ spec }) => latentSize(spec.model));
    return runs().length + new Set(sizes.filter((size) => size < PIXELS)).size;
  };
  const images = () => scaleImages(props.digits, props.run.spec.dataset.scaling);
  const shownImages = createMemo(() => takeImages(images(), standing().places));
  const digits = () => Array.from(standing().places, (place) => props.digits.labels[place] ?? 0).join(", ");
  const looked = () => ({
    places: standing().places,
    labels: props.digits.labels,
    sets: props.gallery.sets(),
  });
  const figure = () => ({
    ...{ question: QUESTION, range: rangeOf(images()), note: standing().note },
    images: shownImages(),
  });
  return (
    <ViewFrame
      question={QUESTION}
      look="The images of the page above through each model, narrowest first, and through PCA of the same width below it. Look for the width from which you can tell a 3 from an 8, and for how close each model comes to its PCA."
      saving={{
        file: "reconstructions-by-width",
        csv: () => widthCsv(standing().rows, looked()),
        svg: async () => {
          const { buildImagesSvg } = await import("../../plot/svg/build-images-svg.ts");
          return buildImagesSvg(widthTable(standing().rows, looked(), figure()));
        },
      }}
    >
      <div class="width-grid" style={{ "--rows": String(rowCount()) }}>
        <Show
          when={problem()}
          fallback={
            <Show
              when={standing().rows.length > 0}
              fallback={
                <StatusLine tone="muted">Running the models on the images in your browser.</StatusLine>
              }
            >
              <Table caption="The images through each model" captionHidden>
                <thead>
                  <tr>
                    <th>model</th>
                    <th>
                      <ImageRow
                        values={shownImages()}
                        range={rangeOf(images())}
                        alt={`Images of ${digits()}`}
                      />
                    </th>
                    <th data-number>train error</th>
                    <th data-number>above PCA</th>
                    <th data-number>test error</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={standing().rows}>
                    {(row) => (
                      <tr data-kind={row.kind}>
                        <th>{row.label}</th>
                        <td>
                          <ImageRow
                            values={row.reconstructions}
                            range={rangeOf(images())}
                            alt={`The images through ${row.label}: errors ${Array.from(row.errors, (error) => error.toFixed(3)).join(", ")}`}
                          />
                        </td>
                        <td data-number>{formatLoss(row.trainMse)}</td>
                        <td data-number>{row.gap === null ? "" : formatGap(row.gap)}</td>
                        <td data-number>{formatLoss(row.testMse)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </Table>
            </Show>
          }
        >
          {(why) => <StatusLine tone="failed">The images cannot be shown: {why()}</StatusLine>}
        </Show>
      </div>
      <p class="muted picked-facts width-note">{standing().note}</p>
    </ViewFrame>
  );
}

/** With its sign: a model may stand below PCA, too. */
function formatGap(gap: number): string {
  return gap < 0 ? `−${formatLoss(-gap)}` : `+${formatLoss(gap)}`;
}
