import { For, Show } from "solid-js";
import { countingAttempt } from "../../../../shared/assignment/answers.ts";
import { type CellOf, findCell } from "../../../../shared/assignment/assignment.ts";
import type { ScoreUnit } from "../../../../shared/metrics/anomaly-scores.ts";
import { Button } from "../../../parts/button.tsx";
import { Segments } from "../../../parts/segments.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { WhenNear } from "../../../parts/when-near.tsx";
import { Plot } from "../../../plot/plot.tsx";
import { CellFrame } from "../cells/cell-frame.tsx";
import { CellWarnings } from "../runs/cell-warnings.tsx";
import type { Work } from "../work.ts";
import { createFigure } from "./create-figure.ts";
import { type Place, placeOf, sayPlace } from "./drawn.ts";

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
      <Show when={state().status === "drawn"}>
        <RunToo work={props.work} cell={cell} />
      </Show>
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

/** Which run cells to run first, and the buttons that do it. */
function RunFirst(props: { work: Work; cell: CellOf<"plot"> }) {
  const missing = () => listMissing(props.work, props.cell);
  return (
    <div class="stack plot-first">
      <p>
        This plot is drawn of{" "}
        {missing()
          .map(({ place }) => sayPlace(place))
          .join(" and ")}
        . Run {missing().length === 1 ? "it" : "them"} first.
      </p>
      <For each={missing()}>{(one) => <RunButton work={props.work} {...one} />}</For>
    </div>
  );
}

/** What a plot lacks that shows something already. */
function RunToo(props: { work: Work; cell: CellOf<"plot"> }) {
  return (
    <For each={listMissing(props.work, props.cell)}>
      {(one) => (
        <div class="row">
          <StatusLine>Not in the plot yet: {sayPlace(one.place)}.</StatusLine>
          <RunButton work={props.work} {...one} />
        </div>
      )}
    </For>
  );
}

function RunButton(props: { work: Work; run: CellOf<"run">; place: Place }) {
  const { queue } = props.work.runs;
  const isBusy = () => ["waiting", "training"].includes(queue.standing(props.run.id).status);
  return (
    <Button disabled={isBusy()} onClick={() => queue.run(props.run)}>
      {isBusy() ? "Training" : "Run"} {sayPlace(props.place)}
    </Button>
  );
}

/** The run cells of a plot that have no numbers yet. */
function listMissing({ assignment, notebook }: Work, cell: CellOf<"plot">) {
  return cell.runs.flatMap((id): { readonly run: CellOf<"run">; readonly place: Place }[] => {
    const [run, place] = [findCell(assignment(), "run", id), placeOf(assignment(), id)];
    if (run === null || place === null) return [];
    const attempt = countingAttempt(notebook.answer("run", run));
    return attempt === null || attempt.runs.length === 0 ? [{ run, place }] : [];
  });
}

const UNITS: readonly ScoreUnit[] = ["image", "pixel"];

/** Whether errors are of images or, as the course's template draws them, of single pixels. */
function ScoreUnits(props: { work: Work; cell: CellOf<"plot"> }) {
  const { notebook } = props.work;
  const per = () => notebook.answer("plot", props.cell).per;
  return (
    <Segments
      label="What an error is of"
      choices={UNITS}
      chosen={per()}
      onChoose={(unit) => notebook.write(props.cell.id, { kind: "plot", per: unit })}
      name={(unit) => `per ${unit}`}
    />
  );
}
