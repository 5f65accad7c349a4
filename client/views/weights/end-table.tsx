import { For } from "solid-js";
import { formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import type { Ends } from "./create-ends.ts";
import { PAGE } from "./end-panel.tsx";
import { nameEnd } from "./end-words.ts";

/** The page of an end's pictures that is read, in numbers. */
export function EndTable(props: { ends: Ends; panel: ReturnType<Ends["panels"]>[number]; when: string }) {
  const names = () => nameEnd(props.panel.end, props.ends.isChain());
  const rows = () => {
    const from = Math.floor(props.ends.readOf(props.panel) / PAGE) * PAGE;
    const count = Math.min(PAGE, props.panel.pictures.count - from);
    return Array.from({ length: count }, (_, i) => {
      const match = props.ends.matchOf(props.panel, from + i);
      return match === null ? [] : [{ at: from + i, ...match }];
    }).flat();
  };
  return (
    <Table caption={`${names().title}, ${props.when}`}>
      <thead>
        <tr>
          <th scope="col">{names().one}</th>
          <th scope="col" data-number>
            norm
          </th>
          <th scope="col" data-number>
            most like component
          </th>
          <th scope="col" data-number>
            |cosine|
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={rows()}>
          {({ at, norm, component, cosine }) => (
            <tr>
              <th scope="row">{formatNumber(at + 1)}</th>
              <td data-number>{formatNumber(norm)}</td>
              <td data-number>{component + 1}</td>
              <td data-number>{Math.abs(cosine).toFixed(2)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
