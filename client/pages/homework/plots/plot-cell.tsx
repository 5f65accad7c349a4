import { For, Show } from "solid-js";
import { type CellOf, findCell } from "../../../../shared/assignment/assignment.ts";
import type { ScoreUnit } from "../../../../shared/metrics/anomaly-scores.ts";
import { Button } from "../../../parts/button.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { WhenNear } from "../../../parts/when-near.tsx";
import { Plot } from "../../../plot/plot.tsx";
import { CellFrame } from "../cells/cell-frame.tsx";
import { CellWarnings } from "../runs/cell-warnings.tsx";
import type { Work } from "../work.ts";
import { createFigure } from "./create-figure.ts";
import { placeOf, sayPlace } from "./drawn.ts";

/** Draws the attempts of run cells that count, or says which to run first. */
export function PlotCell(props: { work: Work; cell: CellOf<"plot"> }) {
  return (
    <CellFrame work={props.work} cell={props.cell.id}>
      <section class="plot-cell stack" aria-label={props.cell.question}>
        <WhenNear class="plot-room">
          <DrawnCell work={props.work} cell={props.cell} />
        </WhenNear>
        <CellWarnings work={props.work} cell={props.cell.id} />
      </section>
    </CellFrame>
  );
}

function DrawnCell(props: { work: Work; cell: CellOf<"plot"> }) {
  const { notebook, runs } = props.work;
  const { cell } = props;
  const state = createFigure(
    { ...notebook, compared: runs.compared, assignment: props.work.assignment },
    cell,
  );
  const figure = () => state().figure;
  const lost = () => {
    const now = state();
    return now.status === "lost" ? now : null;
  };
  return (
    <>
      <Show when={cell.plot === "anomalyScores"}>
        <ScoreUnits work={props.work} cell={cell} />
      </Show>
      <Plot
        {...figure()}
        headingLevel={4}
        log={figure().shape === "lines" ? "offered" : undefined}
        see={<p>{cell.see}</p>}
        empty={
          <Show when={state().status === "empty"} fallback={<p>Reading what was trained.</p>}>
            <RunFirst work={props.work} cell={cell} />
          </Show>
        }
      />
      <Show when={lost()}>
        {(one) => (
          <div class="row">
            <StatusLine tone="failed">{one().why} The same seed gives the same numbers.</StatusLine>
            <Button onClick={() => runs.queue.again(one().drawn.cell, one().drawn.attempt)}>
              Train again
            </Button>
          </div>
        )}
      </Show>
    </>
  );
}

/** Which run cells to run, and the buttons that do it. */
function RunFirst(props: { work: Work; cell: CellOf<"plot"> }) {
  const cells = () =>
    props.cell.runs.flatMap((id) => {
      const assignment = props.work.assignment();
      const [run, place] = [findCell(assignment, "run", id), placeOf(assignment, id)];
      return run === null || place === null ? [] : [{ run, place }];
    });
  const isBusy = (id: string) => ["waiting", "training"].includes(props.work.runs.queue.standing(id).status);
  return (
    <div class="stack plot-first">
      <p>
        This plot is drawn of{" "}
        {cells()
          .map(({ place }) => sayPlace(place))
          .join(" and ")}
        . Run {cells().length === 1 ? "it" : "them"} first.
      </p>
      <For each={cells()}>
        {({ run, place }) => (
          <Button disabled={isBusy(run.id)} onClick={() => props.work.runs.queue.run(run)}>
            {isBusy(run.id) ? "Training" : "Run"} {sayPlace(place)}
          </Button>
        )}
      </For>
    </div>
  );
}

const UNITS: readonly ScoreUnit[] = ["image", "pixel"];

/** Whether errors are of images or, as the course's template draws them, of single pixels. */
function ScoreUnits(props: { work: Work; cell: CellOf<"plot"> }) {
  const { notebook } = props.work;
  const per = () => notebook.answer("plot", props.cell).per;
  return (
    <fieldset class="segments" aria-label="What an error is of">
      <For each={UNITS}>
        {(unit) => (
          <Button
            kind="quiet"
            aria-pressed={per() === unit}
            onClick={() => notebook.write(props.cell.id, { kind: "plot", per: unit })}
          >
            per {unit}
          </Button>
        )}
      </For>
    </fieldset>
  );
}
