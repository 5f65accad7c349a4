import { createMemo, createSignal, Show } from "solid-js";
import { StatusLine } from "../../parts/status-line.tsx";
import { buildAnomalyHistogram } from "../../plot/anomaly-histogram.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewProps } from "../viewed-run.ts";
import { BenchFigure } from "./bench-figure.tsx";
import { orderDigits } from "./build-bench.ts";
import { Choices, firstDigit, firstRival, rivalsOf } from "./choices.tsx";
import { createBench, createSeparations, type RivalChoice } from "./create-bench.ts";
import { createThreshold } from "./create-threshold.ts";
import { Numbers } from "./numbers.tsx";
import { buildPanels, scoredModels } from "./panel.ts";
import { benchCsv, saveBench } from "./save-bench.ts";

/** How well a model's errors tell one digit from the others, and why. */
export function Anomalies(props: ViewProps) {
  const [pickedDigit, setPickedDigit] = createSignal<number | null>(null);
  const [pickedRival, setPickedRival] = createSignal<string | null>(null);
  const split = () => props.run.spec.dataset.split;
  const digit = createMemo(() => pickedDigit() ?? firstDigit(split()));
  const rivals = createMemo(() => rivalsOf(props.run, props.runs));
  const rival = createMemo((): RivalChoice => {
    const picked = pickedRival();
    if (picked === "none") return null;
    if (picked === "untrained") return picked;
    return rivals().find(({ key }) => key === picked) ?? firstRival(props.run, props.runs);
  });
  const pickRival = (choice: RivalChoice) =>
    setPickedRival(choice === null || choice === "untrained" ? (choice ?? "none") : choice.key);
  const state = createBench(() => ({ run: props.run, rival: rival() }), {
    digits: () => props.digits,
    digit,
  });
  const keyed = createMemo(() => {
    const now = state();
    return now.status === "done" ? now : null;
  });
  const bench = () => keyed()?.bench ?? null;
  const failed = () => {
    const now = state();
    return now.status === "failed" ? now.message : null;
  };
  const panels = createMemo(() => {
    const found = bench();
    if (found === null) return [];
    return buildPanels(found, buildAnomalyHistogram(scoredModels(found)), orderDigits(found));
  });
  const threshold = createThreshold(bench, () => `${props.run.key} ${digit()}`);
  const separations = createSeparations(keyed);
  const question = () => `Does its error tell a ${bench()?.digit ?? digit()} from other digits?`;
  const saving = () => {
    const now = bench();
    if (now === null) return undefined;
    return {
      file: "anomaly-bench",
      csv: () => benchCsv(now, props.digits.labels),
      svg: () => saveBench(now, { question: question(), panels: panels(), threshold }),
    };
  };
  return (
    <>
      <ViewFrame
        question={question()}
        look="Every image is scored by its reconstruction error; a threshold calls what lies at or above it an anomaly. Look for a place that parts the two heaps, and for what the model makes of each digit."
        {...(saving() && { saving: saving() })}
      >
        <Choices
          split={split()}
          digit={digit()}
          onDigit={setPickedDigit}
          rivals={rivals()}
          rival={rival()}
          onRival={pickRival}
        />
        <Show
          when={bench()}
          fallback={
            <div class="bench-empty">
              <StatusLine tone={failed() === null ? "muted" : "failed"}>
                {failed() === null
                  ? "Scoring all images in your browser."
                  : `The images cannot be scored: ${failed()}.`}
              </StatusLine>
            </div>
          }
        >
          {(now) => (
            <BenchFigure
              bench={now()}
              panels={panels()}
              threshold={threshold}
              separations={separations()}
              labels={props.digits.labels}
            />
          )}
        </Show>
      </ViewFrame>
      <Show when={bench()}>{(found) => <Numbers bench={found()} separations={separations()} />}</Show>
    </>
  );
}
