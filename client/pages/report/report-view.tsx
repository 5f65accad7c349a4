import { createEffect, createMemo, For, type JSX, onCleanup, Show, Suspense } from "solid-js";
import { Prose } from "../../prose/prose.tsx";
import { createInTurn } from "../../state/in-turn.ts";
import { type Drawings, makeDrawings } from "./draw-cell.ts";
import { ReportCellView } from "./report-cell-view.tsx";
import type { ReportContent, ReportPart, ReportProblem } from "./report-content.ts";

/**
 * The report as it is printed: on white paper whatever the theme. It comes part by part, so that the page stays responsive, and
 * whole before it is printed. `stamp` stands below the cover of one that was handed in.
 */
export function ReportView(props: { content: ReportContent; stamp?: JSX.Element; onWhole: () => void }) {
  const drawings = createMemo(() => makeDrawings(props.content));
  /** How many parts stand before each problem, and before the end. */
  const starts = createMemo(() => {
    const before = [0];
    for (const { parts } of props.content.problems) before.push((before.at(-1) ?? 0) + parts.length);
    return before;
  });
  const { count, all } = createInTurn(() => starts().at(-1) ?? 0);
  createEffect(() => count() >= (starts().at(-1) ?? 0) && props.onWhole());
  addEventListener("beforeprint", all);
  onCleanup(() => removeEventListener("beforeprint", all));
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
          {(problem, i) => (
            <Show when={count() > (starts()[i()] ?? 0)}>
              <ProblemView problem={problem} parts={count() - (starts()[i()] ?? 0)} drawings={drawings()} />
            </Show>
          )}
        </For>
      </Suspense>
    </article>
  );
}

/** A problem with its first `parts` parts. */
function ProblemView(props: { problem: ReportProblem; parts: number; drawings: Drawings }) {
  return (
    <section class="report-problem">
      <h2>
        Problem {props.problem.number}: {props.problem.title}
      </h2>
      <div class="report-prompt">
        <Prose markdown={props.problem.intro} />
      </div>
      <For each={props.problem.shown}>{(one) => <ReportCellView one={one} drawings={props.drawings} />}</For>
      <For each={props.problem.parts.slice(0, props.parts)}>
        {(part) => <PartView part={part} drawings={props.drawings} />}
      </For>
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
