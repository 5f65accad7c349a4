import { createMemo, createSignal, Match, Switch } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { plural } from "../../parts/numbers.ts";
import { Segments } from "../../parts/segments.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { ERROR_UNIT } from "../../plot/error-by-width.ts";
import { Plot } from "../../plot/plot.tsx";
import { createTested } from "./create-tested.ts";
import type { SeedGroup } from "./group-seeds.ts";
import { buildRunsByEpoch, buildTestedByEpoch } from "./runs-by-epoch.ts";

const SIDES = ["train", "test"] as const;

/** The runs beside the one that is looked at, those that differ in the seed alone as a band. */
export function LossOfRuns(props: { groups: readonly SeedGroup[] }) {
  const [side, setSide] = createSignal<(typeof SIDES)[number]>("train");
  const tested = createTested(() => props.groups.flatMap(({ runs }) => runs));
  const columns = createMemo(() =>
    side() === "train" ? buildRunsByEpoch(props.groups) : buildTestedByEpoch(props.groups, tested.stationsOf),
  );
  const note = () => {
    const most = Math.max(...props.groups.map(({ runs }) => runs.length));
    return most > 1
      ? `Line = mean, band = mean ± one standard deviation over up to ${plural(most, "seed")}`
      : undefined;
  };
  return (
    <div class="loss-runs">
      <Segments label="Loss on which images" choices={SIDES} chosen={side()} onChoose={setSide} />
      <Plot
        question="How does the loss of the models beside it fall?"
        columns={columns()}
        x={{ name: side() === "train" ? "epoch" : "epochs trained", symbol: "epoch" }}
        y={{ name: `${side() === "train" ? "train loss" : "test error"} (${ERROR_UNIT})` }}
        log="offered"
        note={note()}
        file={`${side()}-loss-of-runs`}
        empty={<p>The test error of each model along its training will stand here.</p>}
        see={
          <p>
            Wide models fall faster: more weights move by the same step, so the map that they make together
            moves further. A narrow band says that the first weights, which the seed draws, hardly matter;
            lines that still fall at the end have not reached what their width allows.
          </p>
        }
      />
      <div class="loss-epochs row not-printed">
        <Switch>
          <Match when={side() === "train"}>{null}</Match>
          <Match when={read(tested.state(), "offered")}>
            {(now) => (
              <>
                <Button onClick={tested.start}>Measure the test errors</Button>
                <StatusLine tone="muted">
                  Your browser trains {plural(now().of, "model")} again from{" "}
                  {now().of === 1 ? "its seed" : "their seeds"}, beside the page, and measures{" "}
                  {now().of === 1 ? "it" : "each"} on the way.
                </StatusLine>
              </>
            )}
          </Match>
          <Match when={read(tested.state(), "working")}>
            {(now) => (
              <>
                <StatusLine tone="muted">
                  Training and measuring model {now().done + 1} of {now().of}, beside the page.
                </StatusLine>
                <Button kind="quiet" onClick={tested.stop}>
                  Stop
                </Button>
              </>
            )}
          </Match>
          <Match when={read(tested.state(), "failed")}>
            {(now) => (
              <>
                <StatusLine tone="failed">The test errors are not all here: {now().message}</StatusLine>
                <Button onClick={tested.start}>Try again</Button>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </div>
  );
}

/** The state where it is of a kind, else null. */
function read<State extends { readonly status: string }, Status extends State["status"]>(
  state: State,
  status: Status,
): Extract<State, { status: Status }> | null {
  return isOf(state, status) ? state : null;
}

function isOf<State extends { readonly status: string }, Status extends State["status"]>(
  state: State,
  status: Status,
): state is Extract<State, { status: Status }> {
  return state.status === status;
}
