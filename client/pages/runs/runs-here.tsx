import { createMemo, For, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { Help } from "../../parts/help.tsx";
import { formatLoss, plural } from "../../parts/numbers.ts";
import { SendLocalRuns } from "../../parts/send-local-runs.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { When } from "../../parts/when.tsx";
import { course } from "../../state/course.ts";
import { createOutbox } from "../../state/outbox.ts";
import { groupByWords } from "./group-by-words.ts";
import { nameModel } from "./model-name.ts";

/** The runs of this browser that the server does not have: where each is, and what to do about it. */
export function RunsHere() {
  const outbox = createOutbox();
  const here = createMemo(() => outbox.runs().filter(({ state }) => state.status !== "sent"));
  const groups = createMemo(() => groupByWords(here(), course()?.title ?? null));
  const waits = () => here().some(({ state }) => state.status === "waiting");

  return (
    <Show when={here().length > 0}>
      <section class="stack runs-here" aria-labelledby="runs-here">
        <h2 id="runs-here">{plural(here().length, "run")} only on this device</h2>
        <div>
          <For each={groups()}>
            {({ said, runs }) => (
              <StatusLine tone={said.tone}>
                {plural(runs.length, "run")} {said.words}
              </StatusLine>
            )}
          </For>
        </div>
        <div class="row">
          <SendLocalRuns />
          <Show when={waits()}>
            <Button onClick={() => outbox.sendNow()}>Try to send now</Button>
          </Show>
        </div>
        <Help summary="Which ones">
          <Table caption="Runs only on this device" captionHidden>
            <thead>
              <tr>
                <th scope="col">when</th>
                <th scope="col">model</th>
                <th scope="col" data-number>
                  test error
                </th>
                <th scope="col">where it is</th>
              </tr>
            </thead>
            <tbody>
              <For each={groups()}>
                {({ said, runs }) => (
                  <For each={runs}>
                    {(run) => (
                      <tr>
                        <td>
                          <When at={new Date(run.keptAt).toISOString()} />
                        </td>
                        <th scope="row">{nameModel(run.spec)}</th>
                        <td data-number>{formatLoss(run.metrics.testMse)}</td>
                        <td>
                          <span class="reason">{said.words}</span>
                        </td>
                      </tr>
                    )}
                  </For>
                )}
              </For>
            </tbody>
          </Table>
        </Help>
      </section>
    </Show>
  );
}
