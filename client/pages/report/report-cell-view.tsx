import { type JSX, Show } from "solid-js";
import { DrawingView } from "../../plot/drawing-view.tsx";
import { Prose } from "../../prose/prose.tsx";
import { CodeListing } from "./code-listing.tsx";
import type { Drawings } from "./draw-cell.ts";
import type { ReportCell } from "./report-content.ts";
import { RunView } from "./run-view.tsx";
import { NOT_ANSWERED } from "./words.ts";

/** A cell with its answer. `drawings` are those of the whole report, which a text may show. */
export function ReportCellView(props: { one: ReportCell; drawings: Drawings }): JSX.Element {
  const { one, drawings } = props;
  const drawn = (cell: string) => {
    const drawing = drawings(cell);
    return drawing === null ? null : <DrawingView drawing={drawing} />;
  };
  switch (one.kind) {
    case "digits":
      return drawn(one.cell.id);
    case "number":
      return (
        <p class="report-number">
          {one.cell.label}:{" "}
          <Show when={one.text} fallback={<Missing />}>
            {(text) => <b>{text()}</b>}
          </Show>
        </p>
      );
    case "text":
      return (
        <Labelled label={one.cell.label} answer={one.markdown}>
          {(markdown) => <Prose markdown={markdown} figure={drawn} />}
        </Labelled>
      );
    case "code":
      return (
        <Labelled label={one.cell.label} answer={one.source}>
          {(source) => <CodeListing source={source} />}
        </Labelled>
      );
    case "run":
      return (
        <Labelled label={one.cell.label} answer={one.attempt}>
          {(attempt) => <RunView attempt={attempt} label={one.cell.label} />}
        </Labelled>
      );
    case "plot":
      return (
        drawn(one.cell.id) ?? (
          <p class="report-number">
            {one.cell.question}{" "}
            <Missing why={one.figure.status === "unreadable" ? one.figure.message : undefined} />
          </p>
        )
      );
    default:
      return one satisfies never;
  }
}

function Labelled<T>(props: { label: string; answer: T | null; children: (answer: T) => JSX.Element }) {
  return (
    <section class="report-cell">
      <p class="report-label">{props.label}</p>
      {props.answer === null ? <Missing /> : props.children(props.answer)}
    </section>
  );
}

function Missing(props: { why?: string | undefined }) {
  return <span class="report-missing">{props.why ?? NOT_ANSWERED}</span>;
}
