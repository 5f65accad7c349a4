import { createMemo, For } from "solid-js";
import { createAnalysis, readDone } from "../../state/analysis.ts";
import { createOutbox } from "../../state/outbox.ts";
import type { ViewProps } from "../viewed-run.ts";
import { distinctRuns, type Facts } from "./facts.ts";
import { QuestionCard } from "./question-card.tsx";
import { QUESTIONS } from "./questions/index.ts";

/** Questions that are predicted first and then answered with the reader's own numbers. */
export function Why(props: ViewProps) {
  const outbox = createOutbox();
  const data = createAnalysis("data", () => {
    const { dataset } = props.run.spec;
    return { key: JSON.stringify(dataset), question: { dataset } };
  });
  const noise = createAnalysis("noise", () => {
    const { key, spec, weights } = props.run;
    return { key, question: { spec, weights } };
  });
  const pixels = createAnalysis("scores", () => {
    const { key, spec, weights } = props.run;
    const asked = spec.dataset.split;
    return asked.kind === "oneDigit" ? { key, question: { spec, weights, asked, per: "pixel" } } : null;
  });
  const facts = createMemo(
    (): Facts => ({
      run: props.run,
      runs: distinctRuns([props.run, ...props.runs, ...(props.repeats ?? []), ...outbox.runs()]),
      data: readDone(data()),
      noise: readDone(noise()),
      pixelAuroc: readDone(pixels())?.auroc ?? null,
    }),
  );
  const fitting = createMemo(() => QUESTIONS.filter(({ fits }) => fits(props.run)));
  return (
    <>
      <p class="view-look">
        Predict first, then look: what one expected is what makes a number worth knowing. The answers use the
        numbers that you measured, on this page and before on this device. What you write here stays in this
        browser. It is no part of an answer that you hand in; copy it to where you need it.
      </p>
      <For each={fitting()}>{(question) => <QuestionCard question={question} facts={facts()} />}</For>
    </>
  );
}
