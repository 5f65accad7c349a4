import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { RunView } from "../../../shared/api/runs.ts";
import { Button } from "../../parts/button.tsx";
import { DigitStrip } from "../../parts/digit-strip.tsx";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { createRebuilt } from "./create-rebuilt.ts";
import type { Reconstruction } from "./reconstruct.ts";

const SHOWN = 20;
const ORDERS = {
  first: (examples: readonly Reconstruction[]) => examples,
  best: (examples: readonly Reconstruction[]) => examples.toSorted((a, b) => a.error - b.error),
  worst: (examples: readonly Reconstruction[]) => examples.toSorted((a, b) => b.error - a.error),
} as const;
type Order = keyof typeof ORDERS;
const NAMES: readonly Order[] = ["first", "best", "worst"];

/** Test images and what the model makes of them, computed here from the weights. */
export function Rebuilt(props: { run: RunView; token: string }) {
  const { state, again } = createRebuilt(
    () => props.run,
    () => props.token,
  );
  const [order, setOrder] = createSignal<Order>("first");
  const done = () => {
    const now = state();
    return now.status === "done" ? now : null;
  };
  const failed = () => {
    const now = state();
    return now.status === "failed" ? now : null;
  };
  const working = () => {
    const now = state();
    return now.status === "working"
      ? `Running the model on the test images in your browser: ${formatNumber(now.done)} of ${formatNumber(now.of)}.`
      : "Loading the weights and the digits.";
  };
  const shown = createMemo(() => ORDERS[order()](done()?.examples ?? []).slice(0, SHOWN));
  const mean = () => {
    const examples = done()?.examples ?? [];
    return examples.reduce((sum, { error }) => sum + error, 0) / examples.length;
  };
  return (
    <section class="run-images stack">
      <div class="picked-head">
        <h2>What does it keep of a digit?</h2>
        <fieldset class="segments" aria-label="Which test images">
          <For each={NAMES}>
            {(name) => (
              <Button kind="quiet" aria-pressed={order() === name} onClick={() => setOrder(name)}>
                {name}
              </Button>
            )}
          </For>
        </fieldset>
      </div>
      <div class="run-strip">
        <Switch fallback={<StatusLine tone="muted">{working()}</StatusLine>}>
          <Match when={failed()}>
            {(why) => (
              <div class="stack">
                <StatusLine tone="failed">The images cannot be shown: {why().message}</StatusLine>
                <div class="row">
                  <Button onClick={again}>Try again</Button>
                </div>
              </div>
            )}
          </Match>
          <Match when={done()}>
            {(now) => <DigitStrip examples={shown()} range={now().range} residuals errors />}
          </Match>
        </Switch>
      </div>
      <Show when={done()}>
        {(now) => (
          <p class="muted">
            Your browser just ran these weights on all {formatNumber(now().examples.length)} test images: mean
            error {formatLoss(mean())}.
          </p>
        )}
      </Show>
    </section>
  );
}
