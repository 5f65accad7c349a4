import { For } from "solid-js";
import { IMAGE_SIDE } from "../../../shared/dataset/bitmap.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";

const SIDE = Array.from({ length: IMAGE_SIDE }, (_, i) => i);

/** The pixels of an 8x8 image [64] and of its reconstruction, each as image → reconstruction. */
export function PadTable(props: { image: ArrayLike<number>; reconstruction: ArrayLike<number> }) {
  const cell = (i: number) =>
    `${formatNumber(props.image[i] ?? 0)} → ${formatNumber(props.reconstruction[i] ?? 0)}`;
  return (
    <Table caption="Each pixel of the image → of its reconstruction, in the scaling of the training">
      <thead>
        <tr>
          <th scope="col">row</th>
          <For each={SIDE}>
            {(x) => (
              <th scope="col" data-number>
                {x + 1}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={SIDE}>
          {(y) => (
            <tr>
              <th scope="row">{y + 1}</th>
              <For each={SIDE}>{(x) => <td data-number>{cell(y * IMAGE_SIDE + x)}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
