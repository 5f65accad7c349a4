import { For, Show } from "solid-js";
import type { PlotColumns, PlotLine } from "./columns.ts";
import { lineColor, lineWidth, MARKS, markerOf, markerPath } from "./marks.ts";

/** The lines by name, each with its value at the row that is read; a click hides or shows a line. */
export function PlotLegend(props: {
  columns: PlotColumns;
  row: number | null;
  where: string;
  hidden: ReadonlySet<string>;
  format: (value: number) => string;
  onToggle: (label: string) => void;
}) {
  return (
    <div class="plot-legend">
      <For each={props.columns.lines.map(({ label }) => label)}>
        {(label) => {
          const line = () => props.columns.lines.find((one) => one.label === label);
          return (
            <Show when={line()}>
              {(shown) => (
                <button
                  class="plot-legend-line"
                  type="button"
                  aria-pressed={!props.hidden.has(label)}
                  title={props.hidden.has(label) ? `Show ${label}` : `Hide ${label}`}
                  onClick={() => props.onToggle(label)}
                >
                  <Swatch line={shown()} />
                  {label}
                  <span class="plot-legend-value">{valueAt(shown(), props.row, props.format)}</span>
                </button>
              )}
            </Show>
          );
        }}
      </For>
      <span class="plot-legend-where">{props.where}</span>
    </div>
  );
}

function valueAt(line: PlotLine, row: number | null, format: (value: number) => string): string {
  const value = row === null ? null : line.values[row];
  return value === null || value === undefined ? "–" : format(value);
}

function Swatch(props: { line: PlotLine }) {
  const marker = () => markerOf(props.line);
  return (
    <svg
      class="plot-swatch"
      viewBox="-12 -6 24 12"
      aria-hidden="true"
      style={{ color: lineColor(props.line) }}
    >
      <path
        d="M-11,0H11"
        stroke="currentColor"
        stroke-width={lineWidth(props.line)}
        stroke-dasharray={MARKS[props.line.meaning].dash.join(" ")}
      />
      <Show when={marker()}>
        {(found) => (
          <path
            d={markerPath(found().shape, 4)}
            stroke="currentColor"
            fill={found().isHollow ? "var(--page)" : "currentColor"}
          />
        )}
      </Show>
    </svg>
  );
}
