import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { plural } from "../../parts/numbers.ts";
import { saveText } from "../../parts/save.ts";
import { SendLocalRuns } from "../../parts/send-local-runs.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { buildCsv } from "../../plot/csv.ts";
import type { Run } from "../../state/training-run.ts";
import type { Keeping } from "./keeping.ts";
import { type RunColumn, runColumns, sortRuns } from "./run-columns.ts";
import { gatherSentences, nameRunState, sayRunState } from "./run-states.ts";

/** How many sentences stand below the table. */
const SENTENCES = 4;

/** Every run as numbers. They stay in the order in which they came in until the reader sorts them. */
export function RunsTable(props: {
  runs: readonly Run[];
  widthName: string;
  floors: Float64Array | null;
  anomaly: boolean;
  picked: string | null;
  keeping: Keeping;
  onPick: (run: Run) => void;
}) {
  const [order, setOrder] = createSignal<{ readonly name: string; readonly down: boolean } | null>(null);
  // Reads what the columns depend on and no more: new columns would build every cell of the table anew.
  const columns = createMemo(() =>
    runColumns({
      widthName: props.widthName,
      floors: props.floors,
      anomaly: props.anomaly,
      stateName: (run) => nameRunState(run, props.keeping.stateOf(run)),
    }),
  );
  const sorted = createMemo(() => {
    const by = order();
    const column = columns().find(({ name }) => name === by?.name);
    return by === null || column === undefined ? props.runs : sortRuns(props.runs, { column, down: by.down });
  });
  const sort = (column: RunColumn) => {
    const by = order();
    if (by?.name !== column.name) setOrder({ name: column.name, down: false });
    else setOrder(by.down ? null : { name: column.name, down: true });
  };
  const direction = (column: RunColumn) => {
    const by = order();
    if (by?.name !== column.name) return undefined;
    return by.down ? "descending" : "ascending";
  };
  const sentences = createMemo(() =>
    gatherSentences(props.runs.map((run) => sayRunState(run, props.keeping.stateOf(run)))),
  );
  const save = () =>
    saveText(
      "runs.csv",
      buildCsv(
        columns().map(({ name }) => name),
        props.runs.map((run) => columns().map(({ value }) => value(run))),
      ),
    );

  return (
    <section class="stack" aria-labelledby="all-runs">
      <div class="plot-head">
        <h2 id="all-runs">All runs</h2>
        <Button kind="quiet" onClick={save}>
          csv
        </Button>
      </div>
      <div class="runs-table">
        <Table caption="All runs of this experiment; the first column picks a run" captionHidden>
          <thead>
            <tr>
              <For each={columns()}>
                {(column) => (
                  <th
                    scope="col"
                    data-number={column.isNumber ? "" : undefined}
                    aria-sort={direction(column)}
                  >
                    <button class="sort" type="button" onClick={() => sort(column)}>
                      {column.name}
                    </button>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={sorted()}>
              {(run) => (
                <tr data-mine={props.picked === run.key ? "" : undefined}>
                  <For each={columns()}>
                    {(column, i) => (
                      <td data-number={column.isNumber ? "" : undefined}>
                        <RunCell
                          run={run}
                          column={column}
                          isFirst={i() === 0}
                          isPicked={props.picked === run.key}
                          keeping={props.keeping}
                          onPick={props.onPick}
                        />
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </Table>
      </div>
      <SendLocalRuns />
      <For each={sentences().slice(0, SENTENCES)}>
        {({ tone, words, runs }) => (
          <StatusLine tone={tone}>
            {plural(runs, "run")}: {words}
          </StatusLine>
        )}
      </For>
      <Show when={sentences().length > SENTENCES}>
        <StatusLine tone="muted">
          and {sentences().length - SENTENCES} more kinds; the table names each
        </StatusLine>
      </Show>
    </section>
  );
}

/** The first column picks its run; the state of a run that the server has leads to its page. */
function RunCell(props: {
  run: Run;
  column: RunColumn;
  isFirst: boolean;
  isPicked: boolean;
  keeping: Keeping;
  onPick: (run: Run) => void;
}) {
  const text = () => props.column.show(props.run);
  const link = () => {
    const state = props.column.name === "state" ? props.keeping.stateOf(props.run) : null;
    return state?.status === "sent" ? `/r/${state.runLink}` : null;
  };
  return (
    <Switch fallback={text()}>
      <Match when={props.isFirst}>
        <button
          class="run-pick"
          type="button"
          aria-pressed={props.isPicked}
          onClick={() => props.onPick(props.run)}
        >
          {text()}
        </button>
      </Match>
      <Match when={link()}>{(href) => <A href={href()}>{text()}</A>}</Match>
    </Switch>
  );
}
