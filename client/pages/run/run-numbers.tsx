import { For, Show } from "solid-js";
import type { RunView } from "../../../shared/api/runs.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { isConvolutional } from "../../parts/model-words.ts";
import { formatLoss } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { createFloors } from "../../state/floors.ts";
import { metricRows } from "./metric-rows.ts";

/** The server's numbers, the claims that differ from them, and the least that a model of this width can reach. */
export function RunNumbers(props: { run: RunView }) {
  const rows = () => metricRows(props.run);
  const claims = () => rows().some(({ claimed }) => claimed !== null);
  const floors = createFloors(() => props.run.spec.dataset);
  const floor = () => {
    const { spec } = props.run;
    const width = latentWidth(spec);
    if (width === null || isConvolutional(spec) || spec.dataset.split.kind !== "random") return null;
    return floors()?.[Math.min(width, 64)] ?? null;
  };
  return (
    <section class="run-numbers">
      <h2>What did the server measure?</h2>
      <Table caption="Numbers of this run" captionHidden>
        <thead>
          <tr>
            <th scope="col">number</th>
            <th scope="col" data-number>
              server
            </th>
            <Show when={claims()}>
              <th scope="col" data-number>
                claimed
              </th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">
                  {row.name}
                  <span class="meaning">{row.meaning}</span>
                </th>
                <td data-number class="headline-number">
                  {formatLoss(row.server)}
                </td>
                <Show when={claims()}>
                  <td data-number class={row.claimed === null ? "muted" : "failed-words"}>
                    {row.claimed === null ? "same" : formatLoss(row.claimed)}
                  </td>
                </Show>
              </tr>
            )}
          </For>
          <Show when={floor() !== null}>
            <tr data-floor="">
              <th scope="row">
                PCA floor
                <span class="meaning">no linear model of this width can be below it on the test images</span>
              </th>
              <td data-number class="headline-number">
                {formatLoss(floor() ?? 0)}
              </td>
              <Show when={claims()}>
                <td />
              </Show>
            </tr>
          </Show>
        </tbody>
      </Table>
    </section>
  );
}
