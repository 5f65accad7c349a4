import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { ClassPlot, ClassPlotName } from "../../../../shared/api/class.ts";
import { createSight } from "../../../parts/create-sight.ts";
import { FailedAnswer } from "../../../parts/failed-answer.tsx";
import { Help } from "../../../parts/help.tsx";
import { formatLoss, formatNumber, plural } from "../../../parts/numbers.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import { Table } from "../../../parts/table.tsx";
import { Plot } from "../../../plot/plot.tsx";
import { createPlot } from "../../../state/live/create-plot.ts";
import { callStudent, type Student } from "../students.ts";
import { buildClassFigure, METRIC_WORDS } from "./class-figure.ts";
import { MetricSpread } from "./metric-spread.tsx";
import { OUTLIER_RULE, type Outlier } from "./outliers.ts";

/** One plot of the homework for the whole class, with how each metric is spread and who is far from everyone else. */
export function ClassPlotView(props: {
  course: string;
  name: ClassPlotName;
  students: readonly Student[];
  /** Whether single students may be seen. */
  singles: boolean;
  /** Whether spreads and outliers stand below it. */
  whole: boolean;
  headingLevel: 2 | 3;
}) {
  const [see, isInSight] = createSight();
  const { state, again } = createPlot(() => ({ course: props.course, cell: props.name.cell }), {
    changed: () => props.students,
    isInSight,
  });
  const plot = () => {
    const now = state();
    return now.status === "shown" ? now.plot : null;
  };
  const failure = () => {
    const now = state();
    return now.status === "failed" ? now.failure : null;
  };
  return (
    <div ref={see}>
      <Switch fallback={<StatusLine tone="muted">Loading the runs of Part {props.name.part}.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused={`No plot of Part ${props.name.part}`} />
          )}
        </Match>
        <Match when={plot()}>
          {(shown) => (
            <Shown
              plot={shown()}
              part={props.name.part}
              students={props.students}
              singles={props.singles}
              whole={props.whole}
              headingLevel={props.headingLevel}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Shown(props: {
  plot: ClassPlot;
  part: string;
  students: readonly Student[];
  singles: boolean;
  whole: boolean;
  headingLevel: 2 | 3;
}) {
  const names = createMemo(
    () => new Map(props.students.map((student) => [student.id, callStudent(student)])),
  );
  const call = (student: number) => names().get(props.plot.students[student] ?? "") ?? "a student";
  const built = createMemo(() => buildClassFigure(props.plot, props.singles ? call : undefined));
  return (
    <div class="class-plot">
      <Plot
        {...built().figure}
        log={built().figure.shape === "lines" ? "offered" : undefined}
        headingLevel={props.headingLevel}
        see={<p>{props.plot.see}</p>}
        empty={`The class’s runs of Part ${props.part} show here as they come in.`}
      />
      <Show when={props.whole && built().figure.columns.rows.length > 0}>
        <MetricSpread plot={props.plot} singles={props.singles} />
        <Show when={props.singles}>
          <Help
            summary={
              built().outliers.length === 0 ? "No outliers" : plural(built().outliers.length, "outlier")
            }
            lazy
          >
            <p>{OUTLIER_RULE}</p>
            <Show when={built().outliers.length > 0}>
              <OutlierTable part={props.part} outliers={built().outliers} call={call} />
            </Show>
          </Help>
        </Show>
      </Show>
    </div>
  );
}

const MOST_ROWS = 100;

function OutlierTable(props: {
  part: string;
  outliers: readonly Outlier[];
  call: (student: number) => string;
}) {
  return (
    <Table caption={`Outliers of Part ${props.part}, the farthest first`} captionHidden>
      <thead>
        <tr>
          <th scope="col">run of</th>
          <th scope="col" data-number>
            width
          </th>
          <th scope="col">what</th>
          <th scope="col" data-number>
            value
          </th>
          <th scope="col" data-number>
            spreads away
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.outliers.slice(0, MOST_ROWS)}>
          {({ student, width, metric, value, distance, link }) => (
            <tr>
              <th scope="row">
                <a href={`/r/${link}`}>{props.call(student)}</a>
              </th>
              <td data-number>{width ?? "–"}</td>
              <td>{METRIC_WORDS[metric]}</td>
              <td data-number>{formatLoss(value)}</td>
              <td data-number>{formatNumber(distance)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
