import { createMemo, Show } from "solid-js";
import { ButtonLink } from "../../parts/button.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { buildErrorByWidth, buildRandomByWidth, ERROR_UNIT } from "../../plot/error-by-width.ts";
import { Plot } from "../../plot/plot.tsx";
import { createFloors } from "../../state/floors.ts";
import { createTraining } from "../../state/training.ts";
import { isFinished } from "../../state/training-run.ts";
import { AnomalyPlot } from "../lab/anomaly-plot.tsx";
import { toPoints } from "../lab/points.ts";
import { STORY_DATASET, STORY_WIDTHS, storySpecs } from "./living-model.ts";

/** The homework in three figures, trained as they are read. */
export function Story() {
  const training = createTraining({ onFinished: () => {} });
  const specs = storySpecs();
  training.start({ experiment: "story", specs, preference: "auto" });

  const finished = createMemo(() => training.runs().filter(isFinished));
  const points = createMemo(() =>
    toPoints(finished().filter(({ spec }) => spec.dataset.split.kind === "random")),
  );
  const detector = createMemo(
    () => finished().find(({ spec }) => spec.dataset.split.kind === "oneDigit") ?? null,
  );
  const floors = createFloors(() => STORY_DATASET);
  const x = { name: "hidden size", symbol: "h =", ticks: STORY_WIDTHS };
  const problem = () => {
    const state = training.state();
    return state.status === "failed" ? state.message : null;
  };

  return (
    <>
      <div class="home-story-head">
        <h2>Three figures, trained while you read</h2>
        <p class="lede">{specs.length} models, 50 epochs each, as the homework asks.</p>
        <Show when={problem()}>{(message) => <StatusLine tone="failed">{message()}</StatusLine>}</Show>
      </div>
      <div class="plots">
        <Plot
          question="How much does a model need to keep?"
          columns={buildErrorByWidth(points(), floors() ?? "awaited")}
          x={x}
          y={{ name: ERROR_UNIT }}
          file="error-by-hidden-size"
          empty={<p>Training six sizes</p>}
          see={
            <p>
              Each further number helps less than the one before. The dashed line is the least error that any
              linear model of that size can reach (PCA): after 50 epochs there is still a way to go.
            </p>
          }
        />
        <Plot
          question="Does it learn digits, or just copy anything?"
          columns={buildRandomByWidth(points())}
          x={x}
          y={{ name: `error on random noise (${ERROR_UNIT})` }}
          file="random-data-by-hidden-size"
          empty={<p>Training six sizes</p>}
          see={
            <p>
              A narrow model fails on noise: all that it keeps is what digits have in common. A wide one
              begins to copy whatever it is given.
            </p>
          }
        />
        <AnomalyPlot run={detector()} headingLevel={3} />
      </div>
      <ButtonLink href="/lab">Train these yourself, and change them</ButtonLink>
    </>
  );
}
