import uPlot from "uplot";
import { type Column, type PlotColumns, type PlotLine, positiveOnly } from "./columns.ts";
import { drawCrowds } from "./draw-crowds.ts";
import { drawMarks, labelSpace } from "./draw-marks.ts";
import { type Look, resolveColor } from "./look.ts";
import { lineColor, lineWidth, MARKS } from "./marks.ts";
import { linearRange, logRange, type Range, xRange } from "./ranges.ts";
import { formatTick, logTicks, spacedTicks } from "./ticks.ts";

export type ChartSettings = {
  readonly columns: PlotColumns;
  readonly shape: "lines" | "steps";
  readonly log: boolean;
  /** Where the x axis is marked; unset, uPlot finds round numbers. */
  readonly xTicks?: readonly number[] | undefined;
  readonly hidden: ReadonlySet<string>;
  readonly look: Look;
  readonly width: number;
  readonly height: number;
};

type Numbers = (number | null)[];

/** [x, line, (low, high), line, ...]; a log axis cannot show what is not above 0. */
export function buildChartData(
  columns: PlotColumns,
  { log }: Pick<ChartSettings, "log">,
): [number[], ...Numbers[]] {
  const shown = (column: Column): Numbers => [...(log ? positiveOnly(column) : column)];
  const lines = columns.lines.flatMap(({ values, band }) =>
    band === undefined ? [shown(values)] : [shown(values), shown(band.low), shown(band.high)],
  );
  return [[...columns.x], ...lines];
}

export function buildOptions(
  host: HTMLElement,
  settings: ChartSettings & { readonly current: () => PlotColumns },
): uPlot.Options {
  const { columns, look, log, hidden } = settings;
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  const span = () => settings.current().span;
  const colors = columns.lines.map((line) => resolveColor(host, lineColor(line)));
  for (const [i, line] of columns.lines.entries()) {
    const [color, show] = [colors[i] ?? look.ink, !hidden.has(line.label)];
    series.push(lineSeries({ line, color, show, settings }));
    if (line.band === undefined) continue;
    bands.push({ series: [series.length + 1, series.length], fill: withAlpha(color, 0.18) });
    series.push({ show, points: { show: false } }, { show, points: { show: false } });
  }
  return {
    width: settings.width,
    height: settings.height,
    padding: [8 * look.zoom, labelSpace(settings), 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 9 * look.zoom } },
    scales: {
      x: { time: false, range: rangeOf(xRange, 0) },
      y: log ? { distr: 3, range: rangeOf(logRange, 0.1, span) } : { range: rangeOf(linearRange, 0, span) },
    },
    axes: [xAxis(settings), yAxis(settings)],
    series,
    bands,
    hooks: {
      drawAxes: [(chart) => drawCrowds(chart, { ...settings, columns: settings.current(), colors })],
      draw: [(chart) => drawMarks(chart, { ...settings, columns: settings.current(), colors })],
    },
  };
}

function lineSeries({
  line,
  color,
  show,
  settings,
}: {
  line: PlotLine;
  color: string;
  show: boolean;
  settings: ChartSettings;
}): uPlot.Series {
  const { look, shape } = settings;
  const { meaning, isReference = false } = line;
  const base = {
    show,
    stroke: color,
    width: lineWidth(line) * look.zoom,
    dash: [...MARKS[meaning].dash].map((n) => n * look.zoom),
    points: { show: false },
    spanGaps: true,
  };
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  if (shape !== "steps" || stepped === undefined) return base;
  if (isReference) return { ...base, paths: stepped };
  return { ...base, paths: stepped, fill: withAlpha(color, meaning === "normal" ? 0.3 : 0.1) };
}

/** uPlot asks with null where there is nothing to show. */
function rangeOf(
  range: (low: number, high: number) => Range,
  emptyLow: number,
  span: () => Range | undefined = () => undefined,
): uPlot.Range.Function {
  return (_, low, high) => [...range(...(span() ?? ([low ?? emptyLow, high ?? 1] as const)))];
}

function xAxis({ look, xTicks }: ChartSettings): uPlot.Axis {
  const gap = 24 * look.zoom;
  return {
    ...axisLook(look),
    size: 28 * look.zoom,
    grid: { show: false },
    ...(xTicks && {
      splits: (chart) => [...spacedTicks(xTicks, (tick) => chart.valToPos(tick, "x"), gap)],
      values: (_, splits) => splits.map(String),
    }),
  };
}

function yAxis({ look, log }: ChartSettings): uPlot.Axis {
  return {
    ...axisLook(look),
    size: 52 * look.zoom,
    space: 32 * look.zoom,
    grid: { stroke: look.grid, width: 1 },
    values: (_, splits) => splits.map((value) => (value === null ? "" : formatTick(value))),
    ...(log && {
      splits: (_chart, _axis, low, high) => [...logTicks(low, high)],
      filter: (_, splits) => splits,
    }),
  };
}

function axisLook(look: Look): uPlot.Axis {
  return {
    stroke: look.muted,
    font: look.font,
    gap: 6 * look.zoom,
    ticks: { stroke: look.grid, width: 1, size: 4 * look.zoom },
  };
}

function withAlpha(color: string, alpha: number): string {
  return `color-mix(in oklab, ${color} ${alpha * 100}%, transparent)`;
}
