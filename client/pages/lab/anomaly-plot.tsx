import { createMemo, Show } from "solid-js";
import type { Digits } from "../../../shared/dataset/digits.ts";
import { scoreAnomalies } from "../../../shared/metrics/anomaly-scores.ts";
import { formatLoss } from "../../parts/numbers.ts";
import { buildAnomalyHistogram } from "../../plot/anomaly-histogram.ts";
import { NO_COLUMNS } from "../../plot/columns.ts";
import { Plot } from "../../plot/plot.tsx";
import { workOff } from "../../state/idle.ts";
import type { FinishedOne } from "../../state/training-run.ts";

/** How well one run's reconstruction error tells the digit it knows from the others. */
export function AnomalyPlot(props: {
  run: FinishedOne | null;
  digits: Digits | undefined;
  headingLevel?: 2 | 3;
}) {
  const columns = createMemo(() => {
    const { run, digits } = props;
    const split = run?.spec.dataset.split;
    if (run === null || digits === undefined || split?.kind !== "oneDigit") return NO_COLUMNS;
    const { weights } = run.outcome;
    const scores = workOff(scoreAnomalies({ spec: run.spec, weights, digits, asked: split, per: "image" }));
    return buildAnomalyHistogram([
      { scores, normalLabel: `digit ${split.digit}`, anomalyLabel: "other digits" },
    ]);
  });
  const auroc = () => props.run?.outcome.metrics.auroc;
  return (
    <Plot
      question="Can a model that has only seen one digit tell the others apart?"
      headingLevel={props.headingLevel ?? 2}
      shape="steps"
      columns={columns()}
      x={{ name: "anomaly score (reconstruction error of an example)", symbol: "score" }}
      y={{ name: "share of the examples (%)", format: "number" }}
      file="anomaly-scores"
      note={
        <Show when={auroc()} fallback={"\u00a0"}>
          {(value) => (
            <>
              <b>AUROC {formatLoss(value())}</b>: the chance that another digit scores above the one it knows
            </>
          )}
        </Show>
      }
      empty={<p>The scores of the digit that was trained on, and of all others, will be drawn here.</p>}
      see={
        <p>
          The digit that the model knows has small errors, at the left; the others have larger ones. Where
          both heaps overlap, no threshold tells them apart. AUROC puts that in one number: 1 means that they
          are always told apart, 0.5 that a coin would do as well.
        </p>
      }
    />
  );
}
