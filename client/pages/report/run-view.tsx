import { For, Match, Show, Switch } from "solid-js";
import { widthWord } from "../../parts/model-words.ts";
import { formatLoss } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { epochLine } from "../../pytorch/write/write-log.ts";
import type { PrintedRun, ReportAttempt } from "./report-content.ts";
import { nameFinding, nameRun, sayFailed, saySettings } from "./words.ts";

/** The attempt that counts: what was trained, the log of a single run or the numbers of several, and where the lab has them. */
export function RunView(props: {
  attempt: Pick<ReportAttempt, "failed"> & { readonly runs: readonly PrintedRun[] };
  label: string;
}) {
  const runs = () => props.attempt.runs;
  const first = () => runs()[0];
  return (
    <div class="report-run">
      <Show when={first()}>
        {(run) => (
          <>
            <p class="report-settings">{saySettings(run().spec)}.</p>
            <Show when={runs().length === 1}>
              <RunLog run={run()} />
            </Show>
            <RunNumbers runs={runs()} label={props.label} />
          </>
        )}
      </Show>
      <For each={sayFailed(props.attempt)}>{(line) => <p class="report-missing">{line}</p>}</For>
    </div>
  );
}

function RunLog(props: { run: PrintedRun }) {
  const read = () =>
    props.run.contents.status === "read" && props.run.contents.trainLoss.length > 0
      ? props.run.contents
      : null;
  const unread = () => (props.run.contents.status === "unreadable" ? props.run.contents : null);
  return (
    <Switch>
      <Match when={read()}>
        {(contents) => (
          <ol class="report-log">
            <For each={contents().trainLoss}>{(loss, epoch) => <li>{epochLine(loss, epoch())}</li>}</For>
          </ol>
        )}
      </Match>
      <Match when={unread()}>
        {(contents) => (
          <p class="report-missing">
            The log of this run is not here. {contents().message} Run the cell again in the homework: the same
            seed gives the same numbers.
          </p>
        )}
      </Match>
    </Switch>
  );
}

/** A row a run; its link stands below it, so that no address is cut off. */
function RunNumbers(props: { runs: readonly PrintedRun[]; label: string }) {
  const word = () => {
    const [run] = props.runs;
    return run === undefined ? "width" : widthWord(run.spec);
  };
  const hasAuroc = () => props.runs.some(({ metrics }) => metrics.auroc !== undefined);
  return (
    <Table caption={`Numbers: ${props.label}`} captionHidden>
      <thead>
        <tr>
          <th scope="col">{word()}</th>
          <th scope="col" data-number>
            training loss
          </th>
          <th scope="col" data-number>
            test loss
          </th>
          <th scope="col" data-number>
            random data
          </th>
          <Show when={hasAuroc()}>
            <th scope="col" data-number>
              AUROC
            </th>
          </Show>
          <th scope="col">verification and link</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.runs}>
          {(run) => (
            <tr>
              <th scope="row">{nameRun(run)}</th>
              <td data-number>{formatLoss(run.metrics.trainMse)}</td>
              <td data-number>{formatLoss(run.metrics.testMse)}</td>
              <td data-number>{formatLoss(run.metrics.randomMse)}</td>
              <Show when={hasAuroc()}>
                <td data-number>{run.metrics.auroc?.toFixed(4) ?? ""}</td>
              </Show>
              <td class="report-where">
                {nameFinding(run.contents)} <RunLink run={run} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}

function RunLink(props: { run: PrintedRun }) {
  const link = () => (props.run.contents.status === "read" ? props.run.contents.link : null);
  return (
    <Show when={link()}>
      {(address) => (
        <a class="report-link" href={address()}>
          {address()}
        </a>
      )}
    </Show>
  );
}
