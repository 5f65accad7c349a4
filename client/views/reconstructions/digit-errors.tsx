import { createMemo, For, Show } from "solid-js";
import { errorsByDigit } from "../../../shared/metrics/errors-by-digit.ts";
import { formatLoss } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { SETS, type SetName } from "../sets.ts";

/** The mean error of each digit, on each side of the split: which digits are hard. */
export function DigitErrors(props: { labels: Uint8Array; errors: Float64Array; sets: readonly SetName[] }) {
  const columns = createMemo(() =>
    SETS.flatMap((set) => {
      const places = Int32Array.from(props.sets.flatMap((one, place) => (one === set ? [place] : [])));
      return places.length === 0 ? [] : [{ set, means: errorsByDigit(places, props) }];
    }),
  );
  const largest = () =>
    Math.max(...columns().flatMap(({ means }) => means.map(({ count, mean }) => (count === 0 ? 0 : mean))));
  return (
    <div class="digit-errors">
      <Table caption="Mean error of each digit">
        <thead>
          <tr>
            <th>digit</th>
            <For each={columns()}>{({ set }) => <th data-number>{set}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}>
            {(digit) => (
              <tr>
                <th>{digit}</th>
                <For each={columns()}>
                  {({ set, means }) => (
                    <td data-number>
                      <Show when={(means[digit]?.count ?? 0) > 0} fallback="–">
                        <span
                          class="digit-bar"
                          data-set={set}
                          style={{ "--share": String((means[digit]?.mean ?? 0) / largest()) }}
                        />
                        {formatLoss(means[digit]?.mean ?? 0)}
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </div>
  );
}
