import { For, Show } from "solid-js";
import { type DeviceTimes, TIME_EDGES_MILLISECONDS } from "../../../shared/api/class.ts";
import { formatDuration } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";

/** What the class trained on, and how long runs took there: a row each, a column a span of time. */
export function DeviceTimesTable(props: { devices: readonly DeviceTimes[] }) {
  const titles = [...TIME_EDGES_MILLISECONDS.map((edge) => `< ${formatDuration(edge)}`), "longer"];
  /** The columns that any row has something in. */
  const used = () =>
    titles.map((_, i) => i).filter((i) => props.devices.some(({ counts }) => (counts[i] ?? 0) > 0));
  return (
    <Show
      when={props.devices.length > 0}
      fallback={<p class="muted">What the class trains on shows here with its first run.</p>}
    >
      <Table caption="Runs by what trained them and how long it took" captionHidden>
        <thead>
          <tr>
            <th scope="col">trained by</th>
            <th scope="col" data-number>
              runs
            </th>
            <For each={used()}>
              {(i) => (
                <th scope="col" data-number>
                  {titles[i]}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.devices}>
            {({ engine, device, runs, counts }) => (
              <tr>
                <th scope="row">
                  {engine} on {device}
                </th>
                <td data-number>{runs.toLocaleString("en")}</td>
                <For each={used()}>
                  {(i) => (
                    <td
                      data-number
                      class="device-share"
                      style={{ "--share": `${runs === 0 ? 0 : (100 * (counts[i] ?? 0)) / runs}%` }}
                    >
                      {counts[i] || "–"}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </Show>
  );
}
