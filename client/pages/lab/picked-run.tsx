import { createMemo } from "solid-js";
import type { Digits } from "../../../shared/dataset/digits.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { describeDevice, describeEngine } from "../../parts/engine-words.ts";
import { Help } from "../../parts/help.tsx";
import { widthSymbol } from "../../parts/model-words.ts";
import { buildLog, sayResumption } from "../../parts/resumption-words.ts";
import { Segments } from "../../parts/segments.tsx";
import type { FinishedOne } from "../../state/training-run.ts";
import { RunViews } from "../../views/run-views.tsx";
import type { ViewedRun } from "../../views/viewed-run.ts";

/** What one run learned, and its log as the course prints it. */
export function PickedRun(props: {
  run: FinishedOne;
  /** One run of each width, to step through. */
  siblings: readonly FinishedOne[];
  /** The same from other seeds. */
  repeats: readonly FinishedOne[];
  digits: Digits;
  onPick: (run: FinishedOne) => void;
}) {
  const run = createMemo(() => toViewed(props.run));
  const runs = createMemo(() => {
    const others = props.siblings.filter(({ key }) => key !== props.run.key);
    return [run(), ...others.map(toViewed)];
  });
  const strangers = () => {
    const { split } = props.run.spec.dataset;
    return split.kind === "oneDigit" ? `trained on the digit ${split.digit} alone` : "test images";
  };
  const resumed = () => props.run.outcome.history.resumed ?? [];
  const log = () => buildLog(props.run.trainLoss, resumed());

  return (
    <section class="stack" aria-labelledby="picked">
      <div class="picked-head">
        <h2 id="picked">What did it learn?</h2>
        <Segments
          label="Which model"
          choices={props.siblings}
          chosen={props.siblings.find((one) => latentWidth(one.spec) === latentWidth(props.run.spec))}
          onChoose={props.onPick}
          name={nameRun}
        />
      </div>
      <RunViews run={run()} runs={runs()} repeats={props.repeats.map(toViewed)} digits={props.digits} />
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

function nameRun({ spec }: FinishedOne): string {
  return `${widthSymbol(spec)} = ${latentWidth(spec)}`;
}

function toViewed(run: FinishedOne): ViewedRun {
  const { key, spec, trainLoss, outcome } = run;
  return { key, name: nameRun(run), spec, weights: outcome.weights, trainLoss, metrics: outcome.metrics };
}
