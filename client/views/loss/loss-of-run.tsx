import { createMemo, Show } from "solid-js";
import type { Digits } from "../../../shared/dataset/digits.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { DataFacts } from "../../../shared/metrics/describe-data.ts";
import { narrowestSize } from "../../../shared/spec/latent-width.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { ERROR_UNIT, floorAt } from "../../plot/error-by-width.ts";
import { Plot } from "../../plot/plot.tsx";
import { createSnapshots } from "../../state/snapshots.ts";
import { sayEnding } from "../epoch-words.ts";
import { EpochsAwaited } from "../epochs-awaited.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import { createStations } from "./create-stations.ts";
import { buildGradientByEpoch, buildRunByEpoch, type Station } from "./run-by-epoch.ts";
import { sayGradient, sayLoss, sayRate } from "./words.ts";

/** The run that is looked at: its losses, and how steep the way was. */
export function LossOfRun(props: { run: ViewedRun; data: DataFacts | null; digits: Digits }) {
  const { snapshots: state, start, stop } = createSnapshots(() => props.run);
  const snapshots = createMemo(() => {
    const now = state();
    return now.status === "ready" ? now.snapshots : [];
  });
  const measured = createStations(() => props.run.spec, snapshots);
  const stations = createMemo((): readonly Station[] => {
    const { epochs } = props.run.spec;
    return [...measured().found.filter(({ epoch }) => epoch < epochs), lastOf(props.run, measured().found)];
  });
  const floors = () => {
    const room = narrowestSize(props.run.spec.model);
    const known = props.data?.floors;
    return known === undefined
      ? null
      : { train: floorAt(known.train, room), test: floorAt(known.test, room) };
  };
  const examples = () => splitExamples(props.run.spec.dataset.split, props.digits.labels).train.length;
  return (
    <>
      <p class="view-look">
        What training made small, and what it is worth on images that it never saw. Look at how steep the
        lines still are at the end, how far apart they lie, and how far above the dashed lines they stop.
      </p>
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
      <div class="loss-epochs not-printed">
        <Awaited run={props.run} state={state()} awaited={measured().awaited} onStart={start} onStop={stop} />
        <Show when={measured().problem}>
          {(why) => <StatusLine tone="failed">The errors could not be measured: {why()}</StatusLine>}
        </Show>
      </div>
      <Plot
        question="How steep is the loss where the model stands?"
        columns={buildGradientByEpoch(measured().found)}
        x={{ name: "epochs trained", symbol: "epoch" }}
        y={{ name: "length of the gradient, over all weights", format: "number" }}
        log="offered"
        note={sayGradient(props.run.spec)}
        file="gradient-of-run"
        empty={<p>The slope at each epoch will stand here once its snapshots are found.</p>}
        see={
          <p>
            The gradient says how much the loss would change for a small move of the weights. Where it is
            short, the loss is flat: the end of training, or a plateau on the way. Adam divides by its usual
            size, so a short gradient does not make its steps short.
          </p>
        }
      />
      <p class="view-look">{sayRate(props.run.spec, examples())}</p>
    </>
  );
}

/** How far the measuring of its epochs is, or where they come from. */
function Awaited(props: {
  run: ViewedRun;
  state: ReturnType<ReturnType<typeof createSnapshots>["snapshots"]>;
  awaited: number;
  onStart: () => void;
  onStop: () => void;
}) {
  const missing = () => (props.state.status === "ready" ? null : props.state);
  const ending = () => (props.state.status === "ready" ? props.state.ending : null);
  return (
    <>
      <Show when={missing()}>
        {(now) => (
          <EpochsAwaited run={props.run} state={now()} onStart={props.onStart} onStop={props.onStop} />
        )}
      </Show>
      <Show when={ending()}>
        {(found) => (
          <StatusLine tone="muted">
            {props.awaited > 0
              ? `Measuring its snapshots: ${props.awaited} to go.`
              : "The test error and the slope are measured on snapshots of its training."}{" "}
            {sayEnding(found())}
          </StatusLine>
        )}
      </Show>
    </>
  );
}

/** The run's own final errors; its last snapshot, which may be another engine's, gives the slope there. */
function lastOf({ spec, metrics }: ViewedRun, found: readonly Station[]): Station {
  const { trainMse, testMse } = metrics;
  const slope = found.find(({ epoch }) => epoch === spec.epochs)?.gradientNorm ?? null;
  return { epoch: spec.epochs, trainMse, testMse, gradientNorm: slope };
}
