import { createMemo, Show } from "solid-js";
import { formatLoss } from "../../parts/numbers.ts";
import { buildAnomalyHistogram } from "../../plot/anomaly-histogram.ts";
import { NO_COLUMNS } from "../../plot/columns.ts";
import { Plot } from "../../plot/plot.tsx";
import { createScores } from "../../state/scores.ts";
import type { FinishedOne } from "../../state/training-run.ts";

/** How well one run's reconstruction error tells the digit it knows from the others. */
export function AnomalyPlot(props: { run: FinishedOne | null; headingLevel?: 2 | 3 }) {
  const split = () => {
    const found = props.run?.spec.dataset.split;
    return found?.kind === "oneDigit" ? found : null;
  };
  const scores = createScores(() => {
    const [run, asked] = [props.run, split()];
    if (run === null || asked === null) return null;
    return { key: run.key, spec: run.spec, weights: run.outcome.weights, asked, per: "image" };
  });
  const columns = createMemo(() => {
    const found = scores();
    const normalLabel = `digit ${split()?.digit ?? ""}`;
    if (found === null) return NO_COLUMNS;
    return buildAnomalyHistogram([{ scores: found, normalLabel, anomalyLabel: "other digits" }]);
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
