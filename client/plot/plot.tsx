import { createMemo, createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Button } from "../parts/button.tsx";
import { Help } from "../parts/help.tsx";
import { formatLoss, formatNumber } from "../parts/numbers.ts";
import { SaveButtons } from "../parts/save-buttons.tsx";
import type { Chart } from "./chart.ts";
import { plotCsv } from "./csv.ts";
import type { Figure } from "./figure.ts";
import { PlotCanvas } from "./plot-canvas.tsx";
import { PlotDots } from "./plot-dots.tsx";
import { PlotLegend } from "./plot-legend.tsx";
import { PlotTable } from "./plot-table.tsx";

/** What a figure says, and what a page has beside it. `{...figure()}` gives the first half. */
export type PlotProps = Omit<Figure, "shape" | "note"> & {
  shape?: Figure["shape"];
  /** Whether the reader may choose a logarithmic axis, and whether it starts as one. */
  log?: "offered" | "first" | undefined;
  /** What a band means, or anything else that the plot's lines need said. */
  note?: JSX.Element;
  /** What the reader should see, one click away. */
  see?: JSX.Element;
  /** In the place of the lines until there are some. */
  empty: JSX.Element;
  headingLevel?: 2 | 3 | 4;
};

const SAVED_SVG = { width: 640, frameHeight: 260 } as const; // px

/** A figure that answers a question: the lines, their values at the pointer or arrow keys, and the table behind them. */
export function Plot(props: PlotProps) {
  const id = createUniqueId();
  let noteElement: HTMLParagraphElement | undefined;
  const [hidden, setHidden] = createSignal<ReadonlySet<string>>(new Set());
  const [log, setLog] = createSignal(props.log === "first");
  const [row, setRow] = createSignal<number | null>(null);
  const [place, setPlace] = createSignal<Chart["place"] | null>(null, { equals: false });
  const format = (value: number) => (props.y.format === "number" ? formatNumber(value) : formatLoss(value));
  const isEmpty = () => props.columns.rows.length === 0;
  const readRow = createMemo(() => {
    const { rows } = props.columns;
    const at = row();
    if (at !== null && rows.includes(at)) return at;
    return props.shape === "steps" ? null : (rows.at(-1) ?? null);
  });
  const where = () => {
    const at = readRow();
    return at === null ? "" : `at ${props.x.symbol} ${formatNumber(props.columns.x[at] ?? 0)}`;
  };
  const spoken = () => {
    const at = readRow();
    const values = props.columns.lines.flatMap(({ label, values }) => {
      const value = at === null ? null : values[at];
      return value === null || value === undefined || hidden().has(label)
        ? []
        : [`${label} ${format(value)}`];
    });
    return `${where()}: ${values.join(", ")}`;
  };
  /** What is shown, as a file: hidden lines are left out. */
  const drawSvg = async () => {
    const { buildSvg } = await import("./svg/build-svg.ts");
    const { question, columns, x, y, file, shape = "lines" } = props;
    const lines = columns.lines.filter(({ label }) => !hidden().has(label));
    const note = noteElement?.textContent?.trim() ?? "";
    const figure = { question, columns: { ...columns, lines }, x, y, shape, note, file };
    return buildSvg(figure, { ...SAVED_SVG, log: log() });
  };
  const toggle = (label: string) => {
    const next = new Set(hidden());
    if (!next.delete(label)) next.add(label);
    setHidden(next);
  };
  const step = (event: KeyboardEvent) => {
    const { rows } = props.columns;
    const at = rows.indexOf(readRow() ?? -1);
    const next = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      ArrowDown: at - 1,
      ArrowUp: at + 1,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (event.key === "Escape") setRow(null);
    if (next === undefined) return;
    event.preventDefault();
    setRow(rows[Math.min(rows.length - 1, Math.max(0, next))] ?? null);
  };
  const heading = () => `h${props.headingLevel ?? 3}`;

  return (
    <figure class="plot" aria-labelledby={id}>
      <div class="plot-head">
        <Dynamic component={heading()} id={id}>
          {props.question}
        </Dynamic>
        <div class="plot-tools not-printed">
          <Show when={props.log}>
            <Button kind="quiet" aria-pressed={log()} onClick={() => setLog(!log())}>
              log
            </Button>
          </Show>
          <SaveButtons
            saving={{
              file: props.file,
              csv: () => plotCsv(props.x.name, props.columns),
              svg: drawSvg,
            }}
            disabled={isEmpty()}
          />
        </div>
      </div>
      <PlotLegend
        columns={props.columns}
        row={readRow()}
        where={where()}
        hidden={hidden()}
        format={format}
        onToggle={toggle}
      />
      <p class="plot-axis">{props.y.name}</p>
      <div class="plot-frame">
        <div
          class="plot-reader"
          role="slider"
          tabIndex={isEmpty() ? -1 : 0}
          aria-label={`${props.question} Read values with the arrow keys`}
          aria-disabled={isEmpty()}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, props.columns.rows.length - 1)}
          aria-valuenow={Math.max(0, props.columns.rows.indexOf(readRow() ?? -1))}
          aria-valuetext={isEmpty() ? "no values yet" : spoken()}
          onKeyDown={step}
          onBlur={() => setRow(null)}
        >
          <PlotCanvas
            columns={props.columns}
            shape={props.shape ?? "lines"}
            log={log()}
            xTicks={props.x.ticks}
            hidden={hidden()}
            row={row()}
            onRow={setRow}
            onDrawn={(next) => setPlace(() => next)}
          />
        </div>
        <PlotDots dots={props.columns.dots ?? []} place={place()} />
        <Show when={isEmpty()}>
          <div class="plot-empty">{props.empty}</div>
        </Show>
      </div>
      <p class="plot-axis" data-side="x">
        {props.x.name}
      </p>
      <Show when={props.note}>
        <p class="plot-note" ref={noteElement}>
          {props.note}
        </p>
      </Show>
      <div class="plot-more not-printed">
        <Show when={props.see}>
          <Help summary="What should I see?">{props.see}</Help>
        </Show>
        <Help summary="Table" lazy>
          <PlotTable
            caption={props.question}
            xName={props.x.name}
            columns={props.columns}
            formatX={formatNumber}
            format={format}
          />
        </Help>
      </div>
    </figure>
  );
}
