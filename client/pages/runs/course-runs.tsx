import { For, Match, Show, Switch } from "solid-js";
import type * as z from "zod/mini";
import type { RunList, RunSummary } from "../../../shared/api/runs.ts";
import { nameVerification } from "../../outbox/words.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { describeDevice, describeEngine } from "../../parts/engine-words.ts";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { formatLoss } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { WaysIn } from "../../parts/ways-in.tsx";
import { When } from "../../parts/when.tsx";
import type { Answered } from "../../state/api-answer.ts";
import { createSpecs } from "../../state/specs.ts";
import { nameRun } from "./model-name.ts";

type List = z.infer<typeof RunList>;

/** The runs that the server has, newest first. */
export function CourseRuns(props: {
  answer: Answered<List>;
  everyone: boolean;
  /** Runs that are only on this device. */
  here: number;
  onAgain: () => void;
}) {
  const list = () => (props.answer.status === "answered" ? props.answer.value : null);
  const failure = () => (props.answer.status === "failed" ? props.answer.failure : null);
  return (
    <Switch fallback={<StatusLine live>Loading the runs.</StatusLine>}>
      <Match when={failure()}>
        {(why) => (
          <FailedAnswer
            failure={why()}
            onAgain={props.onAgain}
            refused="This browser is no member of the class"
            action={<WaysIn />}
          />
        )}
      </Match>
      <Match when={list()?.runs.length === 0 && props.here > 0}>
        <StatusLine tone="muted">The server has none of them yet.</StatusLine>
      </Match>
      <Match when={list()?.runs.length === 0}>
        <EmptyState
          title={props.everyone ? "No runs yet" : "No runs of yours yet"}
          action={
            <ButtonLink kind="primary" href="/lab">
              Train in the lab
            </ButtonLink>
          }
        >
          {props.everyone
            ? "Each run that a student’s browser finishes is sent here and checked: its numbers, and what the server found when it ran the model again."
            : "Each run that finishes in your lab is sent here and checked: its numbers, and what the server found when it ran the model again. Each gets a link that you can hand to anyone."}
        </EmptyState>
      </Match>
      <Match when={list()}>
        {(found) => (
          <section class="stack">
            <RunTable runs={found().runs} everyone={props.everyone} />
            <Show when={found().more}>
              <p class="muted">
                These are the newest {found().runs.length}. Older ones are kept, and their links still work.
              </p>
            </Show>
          </section>
        )}
      </Match>
    </Switch>
  );
}

function RunTable(props: { runs: readonly RunSummary[]; everyone: boolean }) {
  const specs = createSpecs();
  const name = ({ problem, width }: RunSummary) => {
    const found = specs()?.specs.find((one) => one.problem === problem);
    return nameRun({ title: found?.title ?? problem, width, spec: found?.sweep.spec ?? null });
  };
  return (
    <Table caption="Runs that the server has, newest first">
      <thead>
        <tr>
          <th scope="col" class="wide-only">
            when
          </th>
          <Show when={props.everyone}>
            <th scope="col">pseudonym</th>
          </Show>
          <th scope="col">run</th>
          <th scope="col" data-number>
            test error
          </th>
          <th scope="col">verified</th>
          <th scope="col" data-number class="wide-only">
            train error
          </th>
          <th scope="col" data-number class="wide-only">
            random data
          </th>
          <th scope="col" class="wide-only">
            trained by
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.runs}>
          {(run) => (
            <tr>
              <td class="wide-only">
                <When at={run.receivedAt} />
              </td>
              <Show when={props.everyone}>
                <td>{run.pseudonym}</td>
              </Show>
              <th scope="row">
                <a href={`/r/${run.runLink}`}>{name(run)}</a>
              </th>
              <td data-number>{formatLoss(run.metrics.testMse)}</td>
              <td>
                <Show
                  when={run.verification.status === "rejected" && run.verification}
                  fallback={nameVerification(run.verification)}
                >
                  {(rejected) => <span class="failed-words reason">rejected: {rejected().reason}</span>}
                </Show>
              </td>
              <td data-number class="wide-only">
                {formatLoss(run.metrics.trainMse)}
              </td>
              <td data-number class="wide-only">
                {formatLoss(run.metrics.randomMse)}
              </td>
              <td class="muted wide-only">
                {describeEngine(run.engine)}, {describeDevice(run.device).replace(/^your /, "")}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
