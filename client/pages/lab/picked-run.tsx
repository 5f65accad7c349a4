import { createMemo, createSignal, For } from "solid-js";
import type { Digits } from "../../../shared/dataset/digits.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { Button } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { DigitStrip } from "../../parts/digit-strip.tsx";
import { describeDevice, describeEngine } from "../../parts/engine-words.ts";
import { Help } from "../../parts/help.tsx";
import { widthSymbol } from "../../parts/model-words.ts";
import { buildLog, sayResumption } from "../../parts/resumption-words.ts";
import type { FinishedOne } from "../../state/training-run.ts";
import { buildStrip, type StripOrder } from "./strip-examples.ts";

const ORDERS: readonly StripOrder[] = ["each digit", "best", "worst"];
const EXAMPLES = 10;

/** What one run makes of the digits, and its log as the course prints it. */
export function PickedRun(props: {
  run: FinishedOne;
  /** One run of each width, to step through. */
  siblings: readonly FinishedOne[];
  digits: Digits;
  onPick: (run: FinishedOne) => void;
}) {
  const [order, setOrder] = createSignal<StripOrder>("each digit");
  const strip = createMemo(() =>
    buildStrip({
      spec: props.run.spec,
      weights: props.run.outcome.weights,
      digits: props.digits,
      order: order(),
      count: EXAMPLES,
    }),
  );
  const strangers = () => {
    const { split } = props.run.spec.dataset;
    return split.kind === "oneDigit" ? `trained on the digit ${split.digit} alone` : "test images";
  };
  const resumed = () => props.run.outcome.history.resumed ?? [];
  const log = () => buildLog(props.run.trainLoss, resumed());

  return (
    <section class="stack" aria-labelledby="picked">
      <div class="picked-head">
        <h2 id="picked">What does it keep of a digit?</h2>
        <fieldset class="segments" aria-label="Which model">
          <For each={props.siblings}>
            {(run) => (
              <Button
                kind="quiet"
                aria-pressed={latentWidth(run.spec) === latentWidth(props.run.spec)}
                onClick={() => props.onPick(run)}
              >
                {widthSymbol(run.spec)} = {latentWidth(run.spec)}
              </Button>
            )}
          </For>
        </fieldset>
        <fieldset class="segments" aria-label="Which test images">
          <For each={ORDERS}>
            {(one) => (
              <Button kind="quiet" aria-pressed={order() === one} onClick={() => setOrder(one)}>
                {one}
              </Button>
            )}
          </For>
        </fieldset>
      </div>
      <DigitStrip examples={strip().examples} range={strip().range} residuals errors />
      <p class="muted picked-facts">
        Seed {props.run.spec.seed}, {strangers()}. Trained by {describeEngine(props.run.choice.engine)} on{" "}
        {describeDevice(props.run.choice.device)}. {props.run.choice.why}{" "}
        {resumed().map(sayResumption).join(" ")}
      </p>
      <Help summary="Log">
        <section class="log" tabindex="0" aria-label="Log">
          <pre>{log()}</pre>
        </section>
        <div>
          <CopyButton label="Copy the log" text={log} />
        </div>
      </Help>
    </section>
  );
}
