import { createMemo, For, type JSX, Show } from "solid-js";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { Rebuilt } from "../../../shared/metrics/rebuild.ts";
import { DigitStrip, subtract } from "../../parts/digit-strip.tsx";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewProps } from "../viewed-run.ts";
import type { Gallery } from "./create-gallery.ts";
import { DigitErrors } from "./digit-errors.tsx";
import { GalleryControls, GalleryPager } from "./gallery-controls.tsx";
import { galleryCsv, galleryTable, type Shown } from "./gallery-files.ts";

const QUESTION = "What does it keep of a digit?";

/** Images, what the model makes of them, what it leaves out, and how much that is. */
export function OneModel(
  props: ViewProps & { gallery: Gallery; rebuilt: Rebuilt | null; problem: string | null },
) {
  const images = () => scaleImages(props.digits, props.run.spec.dataset.scaling);
  const shown = createMemo(() => {
    const { rebuilt } = props;
    if (rebuilt === null) return [];
    const cut = (values: Float32Array, place: number) =>
      values.subarray(place * PIXELS, (place + 1) * PIXELS);
    return Array.from(props.gallery.page(), (place): Shown => {
      const [image, reconstruction] = [cut(images(), place), cut(rebuilt.reconstructions, place)];
      return {
        place,
        label: props.digits.labels[place] ?? 0,
        set: props.gallery.sets()[place] ?? "test",
        error: rebuilt.errors[place] ?? 0,
        ...{ image, reconstruction, residual: subtract(image, reconstruction) },
      };
    });
  });
  const test = createMemo(() => splitExamples(props.run.spec.dataset.split, props.digits.labels).test);
  const mean = (errors: Float64Array) =>
    test().reduce((sum, place) => sum + (errors[place] ?? 0), 0) / test().length;
  const sentence = (errors: Float64Array) =>
    `Your browser just ran these weights on all ${formatNumber(test().length)} test images: mean error ${formatLoss(mean(errors))}.`;
  const saving = () => {
    const { rebuilt } = props;
    if (rebuilt === null) return undefined;
    const { labels } = props.digits;
    const { errors } = rebuilt;
    const figure = { question: QUESTION, range: rangeOf(images()), note: sentence(errors) };
    return {
      file: "reconstructions",
      csv: () => galleryCsv(props.gallery.ordered(), { labels, sets: props.gallery.sets(), errors }),
      svg: async () => {
        const { buildImagesSvg } = await import("../../plot/svg/build-images-svg.ts");
        return buildImagesSvg(galleryTable(shown(), figure));
      },
    };
  };
  return (
    <ViewFrame
      question={QUESTION}
      look="Each image, its reconstruction, and the residual: what the model left out. Look for strokes that the reconstruction smooths away, and at the worst: are they odd digits, or a digit that the model never learned?"
      saving={saving()}
      table={<ShownTable shown={shown()} />}
    >
      <GalleryControls gallery={props.gallery} />
      <div class="view-strip">
        <Show when={props.problem} fallback={<Strip shown={shown()} range={rangeOf(images())} />}>
          {(why) => <StatusLine tone="failed">The images cannot be shown: {why()}</StatusLine>}
        </Show>
      </div>
      <GalleryPager gallery={props.gallery} />
      <p class="muted picked-facts">
        <Show when={props.rebuilt} fallback={"\u00a0"}>
          {(found) => sentence(found().errors)}
        </Show>
      </p>
      <Show when={props.rebuilt}>
        {(found) => (
          <DigitErrors labels={props.digits.labels} errors={found().errors} sets={props.gallery.sets()} />
        )}
      </Show>
    </ViewFrame>
  );
}

function Strip(props: { shown: readonly Shown[]; range: readonly [number, number] }): JSX.Element {
  return (
    <Show
      when={props.shown.length > 0}
      fallback={<StatusLine tone="muted">Running the model on the images in your browser.</StatusLine>}
    >
      <DigitStrip examples={props.shown} range={props.range} residuals errors />
    </Show>
  );
}

function ShownTable(props: { shown: readonly Shown[] }) {
  return (
    <Table caption="The images of this page" captionHidden>
      <thead>
        <tr>
          <th data-number>place in the data</th>
          <th data-number>digit</th>
          <th>set</th>
          <th data-number>error</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.shown}>
          {({ place, label, set, error }) => (
            <tr>
              <th data-number>{place}</th>
              <td data-number>{label}</td>
              <td>{set}</td>
              <td data-number>{formatLoss(error)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
