import { createMemo, createSignal, Show } from "solid-js";
import type { ClassPlot, PlotGroup } from "../../../../shared/api/class.ts";
import { Help } from "../../../parts/help.tsx";
import { formatLoss, plural } from "../../../parts/numbers.ts";
import { Segments } from "../../../parts/segments.tsx";
import { Plot } from "../../../plot/plot.tsx";
import { quartilesOf } from "../../../plot/quartiles.ts";
import { LEAST_OF_A_CROWD, METRIC_WORDS, poolWidths } from "./class-figure.ts";
import { buildDistribution } from "./distribution.ts";
import type { MetricName } from "./outliers.ts";

const METRICS: readonly MetricName[] = ["testMse", "trainMse", "randomMse", "auroc"];

/** How a metric of a plot's runs is spread over the class, at a width of choice. */
export function MetricSpread(props: { plot: ClassPlot; singles: boolean }) {
  const groups = createMemo(() =>
    props.plot.plot === "anomalyScores" ? props.plot.groups.map(poolWidths) : props.plot.groups.slice(0, 1),
  );
  const own = (): PlotGroup | undefined => groups()[0];
  const metrics = () => METRICS.filter((metric) => countAt(own(), metric) > 0);
  const [wished, setWished] = createSignal<{ metric: MetricName; width: number | null } | null>(null);
  const metric = () => {
    const wish = wished()?.metric;
    return wish !== undefined && metrics().includes(wish) ? wish : (metrics()[0] ?? "testMse");
  };
  const width = () => {
    const wish = wished()?.width;
    const widths = own()?.widths ?? [];
    return wish !== undefined && widths.includes(wish) ? wish : mostTrained(own(), metric());
  };
  const values = () => {
    const group = own();
    return group?.metrics[metric()][group.widths.indexOf(width())]?.filter((value) => value !== null) ?? [];
  };
  const isShown = () => props.singles || values().length >= LEAST_OF_A_CROWD;
  const columns = createMemo(() => buildDistribution(groups(), { metric: metric(), width: width() }));
  const symbol = () => (own()?.convolutional ? "k" : "h");
  const place = () => (width() === null ? "" : ` at ${symbol()} = ${width()}`);
  const note = () => {
    const found = quartilesOf(values());
    if (found === null) return "";
    const { low, median, high } = found;
    return `${plural(values().length, "run")}. Median ${formatLoss(median)}, quartiles ${formatLoss(low)} and ${formatLoss(high)}. The first and the last step hold what is beyond them.`;
  };
  return (
    <Help summary="How is each metric spread?" lazy>
      <div class="row">
        <Segments
          label="Metric"
          choices={metrics()}
          chosen={metric()}
          onChoose={(next) => setWished({ metric: next, width: width() })}
          name={(one) => METRIC_WORDS[one]}
        />
        <Show when={(own()?.widths.length ?? 0) > 1}>
          <Segments
            label="Width"
            choices={own()?.widths ?? []}
            chosen={width()}
            onChoose={(next) => setWished({ metric: metric(), width: next })}
            name={(one) => (one === null ? "as written" : `${symbol()} = ${one}`)}
          />
        </Show>
      </div>
      <Show when={isShown()} fallback={<p class="muted">Fewer than {LEAST_OF_A_CROWD} students have it.</p>}>
        <Plot
          question={`How is the ${METRIC_WORDS[metric()]}${place()} spread over the class?`}
          columns={columns()}
          x={{ name: METRIC_WORDS[metric()], symbol: `${METRIC_WORDS[metric()]} =` }}
          y={{ name: "students", format: "number" }}
          shape="steps"
          note={note()}
          file={`class-${props.plot.cell}-${metric()}`}
          headingLevel={4}
          empty="No run has this metric yet."
        />
      </Show>
    </Help>
  );
}

function countAt(group: PlotGroup | undefined, metric: MetricName): number {
  return group?.metrics[metric].reduce((sum, column) => sum + count(column), 0) ?? 0;
}

/** The width that most students have the metric at. */
function mostTrained(group: PlotGroup | undefined, metric: MetricName): number | null {
  if (group === undefined) return null;
  const counts = group.metrics[metric].map(count);
  return group.widths[counts.indexOf(Math.max(...counts))] ?? null;
}

function count(column: readonly (number | null)[]): number {
  return column.filter((value) => value !== null).length;
}
