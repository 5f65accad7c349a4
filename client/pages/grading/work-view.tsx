import { createResource, For, type JSX, Match, Show, Suspense, Switch } from "solid-js";
import type { GradedAnswer, GradedRun, PartWork } from "../../../shared/api/grading/graded-work.ts";
import type { Cell, CellOf } from "../../../shared/assignment/assignment.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { DrawingView } from "../../plot/drawing-view.tsx";
import { drawFigure } from "../../plot/svg/draw-figure.ts";
import { Prose } from "../../prose/prose.tsx";
import { CodeListing } from "../report/code-listing.tsx";
import type { PrintedRun } from "../report/report-content.ts";
import { runAddress } from "../report/run-of-submission.ts";
import { RunView } from "../report/run-view.tsx";
import { NOT_ANSWERED } from "../report/words.ts";
import { findWorkFigure, type ReadWeights } from "./work-figure.ts";

/** What a student handed in of one part, as the report prints it. */
export function WorkView(props: { work: PartWork; readWeights: ReadWeights }): JSX.Element {
  const { work, readWeights } = props;
  return (
    <div class="handed-work">
      <Suspense fallback={<StatusLine tone="muted">Setting the texts.</StatusLine>}>
        <For each={work.cells}>
          {(cell) => <CellOfWork cell={cell} work={work} readWeights={readWeights} />}
        </For>
      </Suspense>
    </div>
  );
}

function CellOfWork(props: { cell: Cell; work: PartWork; readWeights: ReadWeights }): JSX.Element {
  const { cell, work, readWeights } = props;
  const answer = answerOf(work, cell);
  switch (cell.kind) {
    case "digits":
      return null;
    case "number":
      return <NumberCell cell={cell} text={answer?.kind === "number" ? answer.text.trim() : ""} />;
    case "text":
      return (
        <Labelled label={cell.label} answer={answer?.kind === "text" ? filled(answer.markdown) : null}>
          {(markdown) => (
            <Prose
              markdown={markdown}
              figure={(id) => <PlotInText id={id} work={work} readWeights={readWeights} />}
            />
          )}
        </Labelled>
      );
    case "code":
      return (
        <Labelled label={cell.label} answer={answer?.kind === "code" ? written(answer.source, cell) : null}>
          {(source) => <CodeListing source={source} />}
        </Labelled>
      );
    case "run":
      return (
        <Labelled label={cell.label} answer={answer?.kind === "run" ? trained(answer) : null}>
          {({ runs, failed }) => <RunView attempt={{ runs: runs.map(printed), failed }} label={cell.label} />}
        </Labelled>
      );
    case "plot":
      return <PlotOfWork cell={cell} work={work} readWeights={readWeights} />;
    default:
      return cell satisfies never;
  }
}

function answerOf({ answers }: PartWork, { id }: Cell): GradedAnswer | null {
  return answers.find(({ cell }) => cell === id)?.answer ?? null;
}

function filled(text: string): string | null {
  return text.trim() === "" ? null : text;
}

/** The starter alone is no answer. */
function written(source: string, { starter }: CellOf<"code">): string | null {
  return source.trim() === starter.trim() ? null : filled(source);
}

type RunAnswer = Extract<GradedAnswer, { kind: "run" }>;

function trained(answer: RunAnswer): RunAnswer | null {
  return answer.runs.length === 0 && answer.failed.length === 0 ? null : answer;
}

function printed({ width, spec, metrics, verification, runLink }: GradedRun): PrintedRun {
  const link = runLink === null ? null : runAddress(runLink);
  return { width, spec, metrics, contents: { status: "read", trainLoss: [], metrics, verification, link } };
}

function NumberCell(props: { cell: CellOf<"number">; text: string }) {
  return (
    <p class="report-number">
      {props.cell.label}:{" "}
      <Show when={props.text !== ""} fallback={<Missing />}>
        <b>{props.text}</b>
      </Show>
      <Show when={props.cell.expected}>
        {(expected) => <span class="muted"> {sayExpected(expected())}</span>}
      </Show>
    </p>
  );
}

function sayExpected({ value, tolerance }: { readonly value: number; readonly tolerance: number }): string {
  return tolerance === 0 ? `(expected ${value})` : `(expected ${value}, give or take ${tolerance})`;
}

function Labelled<T>(props: { label: string; answer: T | null; children: (answer: T) => JSX.Element }) {
  return (
    <section class="report-cell">
      <p class="report-label">{props.label}</p>
      {props.answer === null ? <Missing /> : props.children(props.answer)}
    </section>
  );
}

function Missing(props: { why?: string }) {
  return <span class="report-missing">{props.why ?? NOT_ANSWERED}</span>;
}

/** A plot that a text refers to; one of another part is not at hand here. */
function PlotInText(props: { id: string; work: PartWork; readWeights: ReadWeights }) {
  const cell = () => props.work.cells.find(({ id }) => id === props.id);
  const plot = () => {
    const found = cell();
    return found?.kind === "plot" ? found : null;
  };
  return (
    <Show when={plot()} fallback={<Missing why={`The plot ${props.id} stands in its own part.`} />}>
      {(found) => <PlotOfWork cell={found()} work={props.work} readWeights={props.readWeights} />}
    </Show>
  );
}

function PlotOfWork(props: { cell: CellOf<"plot">; work: PartWork; readWeights: ReadWeights }) {
  const [found] = createResource(() =>
    findWorkFigure(props.work, props.cell, props.readWeights).catch((error: unknown) => ({
      status: "missing" as const,
      why: `The plot could not be drawn: ${error instanceof Error ? error.message : String(error)}`,
    })),
  );
  // Not found(): a plot that is being drawn must not hold up the texts.
  const now = () => (found.state === "ready" ? found() : null);
  const drawing = () => {
    const figure = now();
    return figure?.status === "drawn" ? drawFigure(figure.figure) : null;
  };
  const missing = () => {
    const figure = now();
    return figure?.status === "missing" ? figure.why : NOT_ANSWERED;
  };
  return (
    <Switch
      fallback={
        <p class="report-number">
          {props.cell.question} <Missing why={missing()} />
        </p>
      }
    >
      <Match when={now() === null}>
        <p class="report-number handed-plot">
          {props.cell.question} <span class="report-missing">Drawing the plot.</span>
        </p>
      </Match>
      <Match when={drawing()}>{(made) => <DrawingView drawing={made()} />}</Match>
    </Switch>
  );
}
