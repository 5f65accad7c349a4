import { For, Show } from "solid-js";
import type { BoardRow } from "../../../shared/api/boards.ts";
import { nameVerification } from "../../outbox/words.ts";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { When } from "../../parts/when.tsx";

/** The floor first, where one bounds these models, then the seats by test error. */
export function RankedTable(props: { rows: readonly BoardRow[]; floor: number | null; where: string }) {
  return (
    <Table caption={`Ranking ${props.where}`} captionHidden>
      <thead>
        <tr>
          <th scope="col" data-number>
            rank
          </th>
          <th scope="col">run of</th>
          <th scope="col" data-number>
            test error
          </th>
          <Show when={props.floor !== null}>
            <th scope="col" data-number>
              above floor
            </th>
          </Show>
          <th scope="col" data-number class="wide-only">
            parameters
          </th>
          <th scope="col" class="wide-only">
            verified
          </th>
          <th scope="col" class="wide-only">
            when
          </th>
        </tr>
      </thead>
      <tbody>
        <Show when={props.floor !== null}>
          <tr data-floor="">
            <td data-number>–</td>
            <th scope="row">PCA floor</th>
            <td data-number>{formatLoss(props.floor ?? 0)}</td>
            <td colspan="4">no model of this width can be below</td>
          </tr>
        </Show>
        <For each={props.rows}>{(row) => <RankedRow row={row} floor={props.floor} />}</For>
      </tbody>
    </Table>
  );
}

function RankedRow(props: { row: BoardRow; floor: number | null }) {
  return (
    <tr data-mine={props.row.mine ? "" : undefined}>
      <td data-number>{props.row.rank}</td>
      <th scope="row">
        <a href={`/r/${props.row.runLink}`}>{props.row.pseudonym}</a>
        <Show when={props.row.mine}>
          <b class="you">you</b>
        </Show>
      </th>
      <td data-number>{formatLoss(props.row.testMse)}</td>
      <Show when={props.floor !== null}>
        <td data-number>{formatLoss(props.row.testMse - (props.floor ?? 0))}</td>
      </Show>
      <td data-number class="wide-only">
        {formatNumber(props.row.parameters)}
      </td>
      <td class="wide-only">{nameVerification(props.row.verification)}</td>
      <td class="wide-only">
        <When at={props.row.receivedAt} />
      </td>
    </tr>
  );
}
