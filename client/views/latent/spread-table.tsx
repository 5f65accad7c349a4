import { createMemo, For, Show } from "solid-js";
import { spreadOfDigits } from "../../../shared/metrics/digit-spread.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";

/** Where each digit lies on the map and which lies nearest, in numbers. */
export function SpreadTable(props: { points: Float32Array; places: Int32Array; labels: Uint8Array }) {
  const rows = createMemo(() => {
    const points = new Float32Array(2 * props.places.length);
    for (const [i, place] of props.places.entries())
      points.set(props.points.subarray(2 * place, 2 * place + 2), 2 * i);
    const labels = Uint8Array.from(props.places, (place) => props.labels[place] ?? 0);
    return spreadOfDigits(points, labels).filter(({ count }) => count > 0);
  });
  return (
    <>
      <p class="muted">
        Of what is shown: the mean place of each digit, how far its images lie from it (root mean square), and
        the digit whose mean is nearest, as a distance over the spread of the two. Below 1, the two lie in one
        another.
      </p>
      <Table caption="Where each digit lies" captionHidden>
        <thead>
          <tr>
            <th>digit</th>
            <th data-number>images</th>
            <th data-number>mean across</th>
            <th data-number>mean up</th>
            <th data-number>spread</th>
            <th data-number>nearest digit</th>
            <th data-number>distance / spread</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ digit, count, mean, spread, nearest }) => (
              <tr>
                <th>{digit}</th>
                <td data-number>{count}</td>
                <td data-number>{formatNumber(mean[0])}</td>
                <td data-number>{formatNumber(mean[1])}</td>
                <td data-number>{formatNumber(spread)}</td>
                <Show
                  when={nearest}
                  fallback={
                    <>
                      <td data-number>–</td>
                      <td data-number>–</td>
                    </>
                  }
                >
                  {(near) => (
                    <>
                      <td data-number>{near().digit}</td>
                      <td data-number>{formatNumber(near().distance)}</td>
                    </>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </>
  );
}
