import { createMemo, For, type JSX, Suspense } from "solid-js";
import { Prose } from "../../prose/prose.tsx";
import { drawReport } from "./draw-cell.ts";
import { ReportCellView } from "./report-cell-view.tsx";
import type { ReportContent, ReportPart, ReportProblem } from "./report-content.ts";

/** The report as it is printed: on white paper whatever the theme. `stamp` is what stands below the cover of one that was handed in. */
export function ReportView(props: { content: ReportContent; stamp?: JSX.Element }) {
  const drawings = createMemo(() => drawReport(props.content));
  return (
    <article class="report">
      <Suspense>
        <header class="report-cover">
          <h1>{props.content.assignment}</h1>
          <For each={props.content.cover}>{(line) => <p>{line}</p>}</For>
          {props.stamp}
          <p class="report-honour">
            <b>{props.content.honour.isSigned ? "Signed:" : "Not signed:"}</b> {props.content.honour.text}
          </p>
        </header>
        <For each={props.content.problems}>
          {(problem) => <ProblemView problem={problem} drawings={drawings()} />}
        </For>
      </Suspense>
    </article>
  );
}

type Drawings = ReturnType<typeof drawReport>;

function ProblemView(props: { problem: ReportProblem; drawings: Drawings }) {
  return (
    <section class="report-problem">
      <h2>
        Problem {props.problem.number}: {props.problem.title}
      </h2>
      <div class="report-prompt">
        <Prose markdown={props.problem.intro} />
      </div>
      <For each={props.problem.shown}>{(one) => <ReportCellView one={one} drawings={props.drawings} />}</For>
      <For each={props.problem.parts}>{(part) => <PartView part={part} drawings={props.drawings} />}</For>
    </section>
  );
}

function PartView(props: { part: ReportPart; drawings: Drawings }) {
  return (
    <section class="report-part">
      <h3>{props.part.heading}</h3>
      <div class="report-prompt">
        <Prose markdown={props.part.prompt} />
      </div>
      <For each={props.part.cells}>{(one) => <ReportCellView one={one} drawings={props.drawings} />}</For>
    </section>
  );
}
