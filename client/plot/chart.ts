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
  /** Where a value stands, in CSS px from the left and the top; null outside the frame. */
  place(x: number, y: number): { readonly left: number; readonly top: number } | null;
  destroy(): void;
};

/** The edge to uPlot: draws columns into `host` and tells the row under the pointer. */
export function makeChart(
  host: HTMLElement,
  settings: ChartSettings & {
    readonly onRow: (row: number | null) => void;
    /** The chart was drawn anew: what stands above it has to be placed again. */
    readonly onDrawn: () => void;
  },
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
        draw: [...(options.hooks?.draw ?? []), () => settings.onDrawn()],
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
    place(x, y) {
      const [left, top] = [chart.valToPos(x, "x"), chart.valToPos(y, "y")];
      const { clientWidth, clientHeight } = chart.over;
      if (!(left >= 0 && left <= clientWidth && top >= 0 && top <= clientHeight)) return null;
      return { left: left + chart.over.offsetLeft, top: top + chart.over.offsetTop };
    },
    destroy: () => chart.destroy(),
  };
}
