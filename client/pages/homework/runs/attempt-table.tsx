import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Attempt, AttemptRun } from "../../../../shared/assignment/answers.ts";
import type { RunState } from "../../../outbox/run-state.ts";
import { nameState, nameVerification } from "../../../outbox/words.ts";
import { widthWord } from "../../../parts/model-words.ts";
import { formatLoss } from "../../../parts/numbers.ts";
import { Table } from "../../../parts/table.tsx";
import { createOutbox } from "../../../state/outbox.ts";
import type { RunPlace } from "../../../state/run-contents.ts";
import type { Contents } from "./create-contents.ts";

/** Every run of an attempt as numbers, also those that gave none. */
export function AttemptTable(props: {
  cell: string;
  attempt: Attempt;
  compared: Attempt | null;
  contents: Contents;
}) {
  const outbox = createOutbox();
  const runs = () => props.attempt.runs;
  const hasAuroc = () => runs().some(({ metrics }) => metrics.auroc !== undefined);
  const hasWidths = () => runs().some(({ width }) => width !== null);
  const word = () => {
    const spec = runs()[0]?.spec;
    return spec === undefined ? "width" : widthWord(spec);
  };
  const other = (run: AttemptRun) => props.compared?.runs.find(({ width }) => width === run.width) ?? null;
  return (
    <div class="run-table">
      <Table caption={`${props.cell}: all runs of ${props.attempt.name}`} captionHidden>
        <thead>
          <tr>
            <Show when={hasWidths()}>
              <th scope="col" data-number>
                {word()}
              </th>
            </Show>
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
            <Show when={props.compared}>
              {(compared) => (
                <th scope="col" data-number>
                  {hasAuroc() ? "AUROC" : "test loss"}, {compared().name}
                </th>
              )}
            </Show>
            <th scope="col">state</th>
          </tr>
        </thead>
        <tbody>
          <For each={runs()}>
            {(run) => (
              <tr>
                <Show when={hasWidths()}>
                  <th scope="row" data-number>
                    {run.width}
                  </th>
                </Show>
                <td data-number>{formatLoss(run.metrics.trainMse)}</td>
                <td data-number>{formatLoss(run.metrics.testMse)}</td>
                <td data-number>{formatLoss(run.metrics.randomMse)}</td>
                <Show when={hasAuroc()}>
                  <td data-number>{formatOptional(run.metrics.auroc)}</td>
                </Show>
                <Show when={props.compared}>
                  <td data-number class="muted">
                    {formatOptional(keyNumber(other(run)))}
                  </td>
                </Show>
                <td>
                  <Place state={outbox.status(run.id)()} there={props.contents.place(run.id)} />
                </td>
              </tr>
            )}
          </For>
          <For each={props.attempt.failed}>
            {({ width, message }) => (
              <tr>
                <Show when={hasWidths()}>
                  <th scope="row" data-number>
                    {width}
                  </th>
                </Show>
                <td colspan="6" class="failed-words run-failure">
                  {message}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </div>
  );
}

/** Where a run is, as this device knows it, else as the class says; one that the class has leads to its page. */
function Place(props: { state: RunState | null; there: RunPlace | null }) {
  const link = () => {
    const found = props.state?.status === "sent" ? props.state : props.there;
    const [runLink, verification] = [found?.runLink ?? null, found?.verification ?? null];
    return runLink === null || verification === null ? null : { runLink, verification };
  };
  return (
    <Show when={link()} fallback={props.state === null ? "" : nameState(props.state)}>
      {(sent) => <A href={`/r/${sent().runLink}`}>{nameVerification(sent().verification)}</A>}
    </Show>
  );
}

/** The number by which attempts are compared. */
export function keyNumber(run: AttemptRun | null): number | undefined {
  return run?.metrics.auroc ?? run?.metrics.testMse;
}

function formatOptional(value: number | undefined): string {
  return value === undefined ? "–" : formatLoss(value);
}
