import { createMemo } from "solid-js";
import type { Digits } from "../../../shared/dataset/digits.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { DataFacts } from "../../../shared/metrics/describe-data.ts";
import { latentSize } from "../../../shared/spec/latent-width.ts";
import { ERROR_UNIT, floorAt } from "../../plot/error-by-width.ts";
import { Plot } from "../../plot/plot.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import { buildRunByEpoch, type Station } from "./run-by-epoch.ts";
import { sayLoss, sayRate } from "./words.ts";

/** The run that is looked at: its losses, and how steep the way was. */
export function LossOfRun(props: { run: ViewedRun; data: DataFacts | null; digits: Digits }) {
  const stations = createMemo((): readonly Station[] => [lastOf(props.run)]);
  const floors = () => {
    const room = latentSize(props.run.spec.model);
    const known = props.data?.floors;
    return known === undefined
      ? null
      : { train: floorAt(known.train, room), test: floorAt(known.test, room) };
  };
  const examples = () => splitExamples(props.run.spec.dataset.split, props.digits.labels).train.length;
  return (
    <>
      <Plot
        question="How does the loss of this model fall?"
        columns={buildRunByEpoch(props.run, stations(), floors())}
        x={{ name: "epochs trained", symbol: "epoch" }}
        y={{ name: ERROR_UNIT }}
        log="offered"
        note={sayLoss(props.run.spec)}
        file="loss-of-run"
        empty={<p>This run has no losses.</p>}
        see={
          <p>
            A test line that turns up while the train line falls would say that the model learns single images
            by heart. Lines that still fall at the last epoch say that it was stopped before it was done. The
            dashed lines are what PCA of the same width leaves.
          </p>
        }
      />
      <p class="view-look">{sayRate(props.run.spec, examples())}</p>
    </>
  );
}

function lastOf({ spec, metrics }: ViewedRun): Station {
  const { trainMse, testMse } = metrics;
  return { epoch: spec.epochs, trainMse, testMse, gradientNorm: null };
}
