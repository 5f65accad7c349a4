import { createMemo, For, Show } from "solid-js";
import { Table } from "../parts/table.tsx";
import type { PlotColumns } from "./columns.ts";
import { thinRows } from "./thin-rows.ts";

/** The measurements of a plot as numbers; a band shows as ± half of its height. */
export function PlotTable(props: {
  caption: string;
  xName: string;
  columns: PlotColumns;
  formatX: (x: number) => string;
  format: (value: number) => string;
}) {
  const cell = (line: PlotColumns["lines"][number], row: number) => {
    const value = line.values[row];
    if (value === null || value === undefined) return "–";
    const high = line.band?.high[row];
    const spread = high === null || high === undefined ? "" : ` ± ${props.format(high - value)}`;
    return `${props.format(value)}${spread}`;
  };
  const shown = createMemo(() => thinRows(props.columns.rows));
  return (
    <>
      <Show when={shown().length < props.columns.rows.length}>
        <p class="muted">
          {props.columns.rows.length} rows, of which {shown().length} are shown; the csv has all of them.
        </p>
      </Show>
      <Table caption={props.caption} captionHidden>
        <thead>
          <tr>
            <th data-number>{props.xName}</th>
            <For each={props.columns.lines}>{(line) => <th data-number>{line.label}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={shown()}>
            {(row) => (
              <tr>
                <th data-number>{props.formatX(props.columns.x[row] ?? 0)}</th>
                <For each={props.columns.lines}>{(line) => <td data-number>{cell(line, row)}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </>
  );
}
