import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { buildChartData, buildOptions, type ChartSettings } from "./chart-options.ts";
import { nearestRow, type PlotColumns } from "./columns.ts";

export type Chart = {
  /** New values for the same lines. */
  setColumns(columns: PlotColumns): void;
  resize(width: number, height: number): void;
  /** Puts the cursor on a row, or away with null. */
  point(row: number | null): void;
  destroy(): void;
};

/** The edge to uPlot: draws columns into `host` and tells the row under the pointer. */
export function makeChart(
  host: HTMLElement,
  settings: ChartSettings & { readonly onRow: (row: number | null) => void },
): Chart {
  let columns = settings.columns;
  const options = buildOptions(host, { ...settings, current: () => columns });
  const chart = new uPlot(
    {
      ...options,
      cursor: {
        ...options.cursor,
        move: (self, left, top) => {
          const row = left < 0 ? null : nearestRow(columns, self.posToVal(left, "x"));
          return row === null ? [left, top] : [self.valToPos(columns.x[row] ?? 0, "x"), top];
        },
      },
      hooks: {
        ...options.hooks,
        setCursor: [
          (self) => {
            const { left, event } = self.cursor;
            if (event === undefined || event === null) return;
            const away = left === undefined || left < 0;
            settings.onRow(away ? null : nearestRow(columns, self.posToVal(left, "x")));
          },
        ],
      },
    },
    buildChartData(columns, settings),
    host,
  );
  return {
    setColumns(next) {
      columns = next;
      chart.setData(buildChartData(next, settings));
    },
    resize: (width, height) => chart.setSize({ width, height }),
    point(row) {
      const x = row === null ? undefined : columns.x[row];
      if (x === undefined) chart.setCursor({ left: -10, top: -10 });
      else chart.setCursor({ left: chart.valToPos(x, "x"), top: 0 });
    },
    destroy: () => chart.destroy(),
  };
}
