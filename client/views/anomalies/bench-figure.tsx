import { createMemo, Show } from "solid-js";
import { Help } from "../../parts/help.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { type Bench, typicalPlaces, worstMistakes } from "./build-bench.ts";
import type { BenchThreshold } from "./create-threshold.ts";
import { DigitTable } from "./digit-table.tsx";
import { Mistakes, MOST_MISTAKES } from "./mistakes.tsx";
import { ModelColumn } from "./model-column.tsx";
import type { Panel } from "./panel.ts";
import { PanelCanvas } from "./panel-canvas.tsx";
import type { NamedSeparation } from "./roc-columns.ts";
import { ThresholdPanel } from "./threshold-panel.tsx";
import { formatShare } from "./words.ts";

const TYPICAL = 5;

/** The models side by side, one threshold through both, and the images on the wrong side of it. */
export function BenchFigure(props: {
  bench: Bench;
  panels: readonly Panel[];
  threshold: BenchThreshold;
  separations: readonly NamedSeparation[];
  labels: Uint8Array;
}) {
  const typical = createMemo(() => typicalPlaces(props.bench, props.labels, TYPICAL));
  const aurocOf = (kind: "run" | "rival") =>
    props.separations.find((one) => one.kind === kind)?.separation.auroc ?? null;
  const mistakes = createMemo(() =>
    worstMistakes(props.bench.run.heaps, props.threshold.confusion(), MOST_MISTAKES),
  );
  const spoken = () => {
    const { accepted, falseAlarms, found, missed } = props.threshold.confusion();
    return `${formatNumber(falseAlarms)} of ${formatNumber(accepted + falseAlarms)} normal images raise a false alarm, ${formatNumber(found)} of ${formatNumber(found + missed)} others are found, ${formatShare(found, found + missed)}`;
  };
  return (
    <>
      <p class="bench-legend">
        <span class="bench-key" data-side="normal">
          digit {props.bench.digit}
        </span>
        <span class="bench-key" data-side="anomaly">
          other digits
        </span>
        <span class="muted">share of the images (%) by anomaly score; below, each digit’s scores</span>
      </p>
      <div class="bench-models">
        <ModelColumn
          model={props.bench.run}
          digit={props.bench.digit}
          labels={props.labels}
          typical={typical()}
          auroc={aurocOf("run")}
          confusion={props.threshold.confusion()}
          hint="Drag the threshold, or move it with the arrow keys."
        >
          <Show when={props.panels[0]} fallback={<NothingToDraw />}>
            {(panel) => (
              <ThresholdPanel
                panel={panel()}
                threshold={props.threshold.score()}
                spoken={spoken()}
                onThreshold={props.threshold.move}
              />
            )}
          </Show>
        </ModelColumn>
        <Show when={props.bench.rival}>
          {(rival) => (
            <ModelColumn
              model={rival()}
              digit={props.bench.digit}
              labels={props.labels}
              typical={typical()}
              auroc={aurocOf("rival")}
              confusion={props.threshold.rivalConfusion()}
              hint="Its threshold follows: as many false alarms, or fewer."
            >
              <Show when={props.panels[1]} fallback={<NothingToDraw />}>
                {(panel) => (
                  <PanelCanvas
                    panel={panel()}
                    threshold={{ score: props.threshold.rivalScore(), isHeld: false }}
                    label={`The scores of ${rival().name}; the table has them`}
                  />
                )}
              </Show>
            </ModelColumn>
          )}
        </Show>
      </div>
      <Mistakes
        title={`False alarms: ${formatNumber(props.threshold.confusion().falseAlarms)}`}
        explanation={`Images of a ${props.bench.digit} at or above the threshold of ${props.bench.run.name}, and their reconstructions, the worst first.`}
        model={props.bench.run}
        places={mistakes().falseAlarms}
        count={props.threshold.confusion().falseAlarms}
        labels={props.labels}
      />
      <Mistakes
        title={`Missed: ${formatNumber(props.threshold.confusion().missed)}`}
        explanation="Other digits below it that it takes for normal, the worst first."
        model={props.bench.run}
        places={mistakes().missed}
        count={props.threshold.confusion().missed}
        labels={props.labels}
      />
      <Help summary="Table" lazy>
        <DigitTable
          name={props.bench.run.name}
          byDigit={props.bench.run.byDigit}
          threshold={props.threshold.score()}
        />
        <Show when={props.bench.rival}>
          {(rival) => (
            <DigitTable
              name={rival().name}
              byDigit={rival().byDigit}
              threshold={props.threshold.rivalScore()}
            />
          )}
        </Show>
      </Help>
    </>
  );
}

function NothingToDraw() {
  return <p class="muted">Every score is 0: there is nothing to tell apart.</p>;
}
