import { For } from "solid-js";
import { countBelow } from "../../../shared/metrics/count-below.ts";
import type { DigitScores } from "../../../shared/metrics/heaps.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { formatShare } from "./words.ts";

/** The rows of a panel as numbers. */
export function DigitTable(props: { name: string; byDigit: readonly DigitScores[]; threshold: number }) {
  return (
    <Table caption={`Scores by digit, ${props.name}`}>
      <thead>
        <tr>
          <th data-number>digit</th>
          <For each={["images", "5 %", "25 %", "median", "75 %", "95 %", "alarm"]}>
            {(name) => <th data-number>{name}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.byDigit}>
          {({ digit, sorted, low, lowerQuartile, median, upperQuartile, high }) => (
            <tr>
              <th data-number>{digit}</th>
              <td data-number>{formatNumber(sorted.length)}</td>
              <For each={[low, lowerQuartile, median, upperQuartile, high]}>
                {(score) => <td data-number>{formatNumber(score)}</td>}
              </For>
              <td data-number>
                {formatShare(sorted.length - countBelow(sorted, props.threshold), sorted.length)}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
