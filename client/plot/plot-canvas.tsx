import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import { importAgain } from "../parts/import-again.ts";
import { look as viewLook } from "../state/view.ts";
import type { Chart } from "./chart.ts";
import type { PlotColumns } from "./columns.ts";
import { readLook } from "./look.ts";

type Props = {
  columns: PlotColumns;
  shape: "lines" | "steps";
  log: boolean;
  xTicks?: readonly number[] | undefined;
  hidden: ReadonlySet<string>;
  row: number | null;
  onRow: (row: number | null) => void;
  /** After each drawing: where values stand now. */
  onDrawn?: ((place: Chart["place"]) => void) | undefined;
};

/** The drawn part of a plot. uPlot comes with the first one that is drawn; what is behind it is reserved by CSS. */
export function PlotCanvas(props: Props) {
  let host: HTMLDivElement | undefined;
  let chart: Chart | null = null;
  let frame = 0;
  const [make, setMake] = createSignal<typeof import("./chart.ts").makeChart | null>(null);
  // Memos, so that columns that only grew move the lines of a chart and do not build it anew.
  const lines = createMemo(() =>
    props.columns.lines.map(({ label, band }) => `${label}${band ? "±" : ""}`).join("|"),
  );
  const isEmpty = createMemo(() => props.columns.x.length === 0);
  const ticks = createMemo(() => props.xTicks?.join(" "));

  const rebuild = () => {
    chart?.destroy();
    chart = null;
    const makeChart = make();
    if (makeChart === null || host === undefined || props.columns.x.length === 0) return;
    const { columns, shape, log, xTicks, hidden, onRow } = props;
    const { clientWidth: width, clientHeight: height } = host;
    chart = makeChart(host, {
      columns,
      shape,
      log,
      xTicks,
      hidden,
      onRow,
      onDrawn: () => {
        const drawn = chart;
        if (drawn !== null) props.onDrawn?.(drawn.place);
      },
      width,
      height,
      look: readLook(host),
    });
  };

  onMount(() => {
    if (host === undefined) return;
    const element = host;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      rebuild();
    });
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });
  onCleanup(() => {
    cancelAnimationFrame(frame);
    chart?.destroy();
  });

  // Where its file does not come, the plot has its table, and is drawn when the network is back.
  const load = async () => {
    if (isEmpty() || make() !== null) return;
    const chartModule = await importAgain(() => import("./chart.ts")).catch(() => null);
    if (chartModule !== null) setMake(() => chartModule.makeChart);
  };
  createEffect(() => {
    void load();
  });
  addEventListener("online", load);
  onCleanup(() => removeEventListener("online", load));
  createEffect(on([make, lines, ticks, isEmpty, () => props.log, () => props.hidden, viewLook], rebuild));
  createEffect(
    on(
      () => props.columns,
      (columns) => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => chart?.setColumns(columns));
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => props.row,
      (row) => chart?.point(row),
      { defer: true },
    ),
  );

  return <div class="plot-canvas" ref={host} />;
}
