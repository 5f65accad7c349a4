import { createMemo, createSignal, For, Show } from "solid-js";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import { Button } from "../../parts/button.tsx";
import { DigitStrip } from "../../parts/digit-strip.tsx";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAnalysis, readFinding } from "../../state/analysis.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewProps } from "../viewed-run.ts";
import { ORDERS, type Order, orderExamples, viewedExamples } from "./choose-examples.ts";

const SHOWN = 20;

/** Images, what the model makes of them, and what it leaves out. */
export function Reconstructions(props: ViewProps) {
  const [order, setOrder] = createSignal<Order>("each digit");
  const analysis = createAnalysis("rebuilt", () => {
    const { key, spec, weights } = props.run;
    return { key, question: { spec, weights } };
  });
  const images = () => scaleImages(props.digits, props.run.spec.dataset.scaling);
  const examples = createMemo(() => viewedExamples(props.run.spec, props.digits));
  const rebuilt = () => readFinding(analysis());
  const shown = createMemo(() => {
    const found = rebuilt();
    if (found === null) return [];
    const { labels } = props.digits;
    const { errors, reconstructions } = found;
    const places = orderExamples(examples(), order(), { labels, errors }).subarray(0, SHOWN);
    const cut = (values: Float32Array, place: number) =>
      values.subarray(place * PIXELS, (place + 1) * PIXELS);
    return Array.from(places, (place) => ({
      label: labels[place] ?? 0,
      image: cut(images(), place),
      reconstruction: cut(reconstructions, place),
      error: errors[place] ?? 0,
    }));
  });
  const failed = () => {
    const now = analysis();
    return now.status === "failed" ? now.message : null;
  };
  const test = createMemo(() => splitExamples(props.run.spec.dataset.split, props.digits.labels).test);
  const mean = (errors: Float64Array) =>
    test().reduce((sum, place) => sum + (errors[place] ?? 0), 0) / test().length;
  return (
    <ViewFrame
      question="What does it keep of a digit?"
      look="Each image, its reconstruction, and the residual: what the model left out. Look for strokes that the reconstruction smooths away."
    >
      <fieldset class="segments" aria-label="Which images">
        <For each={ORDERS}>
          {(one) => (
            <Button kind="quiet" aria-pressed={order() === one} onClick={() => setOrder(one)}>
              {one}
            </Button>
          )}
        </For>
      </fieldset>
      <div class="view-strip">
        <Show
          when={failed()}
          fallback={
            <Show
              when={shown().length > 0}
              fallback={
                <StatusLine tone="muted">Running the model on the images in your browser.</StatusLine>
              }
            >
              <DigitStrip examples={shown()} range={rangeOf(images())} residuals errors />
            </Show>
          }
        >
          {(why) => <StatusLine tone="failed">The images cannot be shown: {why()}</StatusLine>}
        </Show>
      </div>
      <p class="muted picked-facts">
        <Show when={rebuilt()} fallback={"\u00a0"}>
          {(found) => (
            <>
              Your browser just ran these weights on all {formatNumber(test().length)} test images: mean error{" "}
              {formatLoss(mean(found().errors))}.
            </>
          )}
        </Show>
      </p>
    </ViewFrame>
  );
}
