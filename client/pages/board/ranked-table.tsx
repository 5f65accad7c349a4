import { For, Show } from "solid-js";
import type { Baseline, Board, BoardRow } from "../../../shared/api/boards.ts";
import { type BoardMetric, nameMetric } from "../../../shared/boards/metrics.ts";
import { nameVerification } from "../../outbox/words.ts";
import {
  distanceName,
  formatDistance,
  formatValue,
  hasDistances,
  nameBaseline,
  sayBaseline,
} from "../../parts/board-words.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { When } from "../../parts/when.tsx";
import { withBaselines } from "./with-baselines.ts";

/** The seats by their value, and what nobody handed in marked among them. */
export function RankedTable(props: { board: Board; where: string }) {
  const metric = () => props.board.rule.metric;
  const hasDistance = () => hasDistances(props.board.rule);
  return (
    <Table caption={`Ranking ${props.where}`.trim()} captionHidden>
      <thead>
        <tr>
          <th scope="col" data-number>
            rank
          </th>
          <th scope="col">run of</th>
          <th scope="col" data-number>
            {nameMetric(metric())}
          </th>
          <Show when={hasDistance()}>
            <th scope="col" data-number>
              {distanceName(metric())}
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
        <For each={withBaselines(props.board)}>
          {(line) =>
            line.kind === "run" ? (
              <RankedRow row={line.row} metric={metric()} hasDistance={hasDistance()} />
            ) : (
              <BaselineRow baseline={line.baseline} metric={metric()} hasDistance={hasDistance()} />
            )
          }
        </For>
      </tbody>
    </Table>
  );
}

function BaselineRow(props: { baseline: Baseline; metric: BoardMetric; hasDistance: boolean }) {
  return (
    <tr data-baseline={props.baseline.kind}>
      <td data-number>–</td>
      <th scope="row">{nameBaseline(props.baseline)}</th>
      <td data-number>{formatValue(props.metric, props.baseline.value)}</td>
      <Show when={props.hasDistance}>
        <td data-number>{sayDistance(props.metric, props.baseline.distance)}</td>
      </Show>
      <td data-number class="wide-only">
        {props.baseline.parameters === null ? "–" : formatNumber(props.baseline.parameters)}
      </td>
      <td class="wide-only" colspan="2">
        {sayBaseline(props.baseline)}
      </td>
    </tr>
  );
}

function RankedRow(props: { row: BoardRow; metric: BoardMetric; hasDistance: boolean }) {
  return (
    <tr data-mine={props.row.mine ? "" : undefined}>
      <td data-number>{props.row.rank}</td>
      <th scope="row">
        <a href={`/r/${props.row.runLink}`}>{props.row.name ?? props.row.pseudonym}</a>
        <Show when={props.row.mine}>
          <b class="you">you</b>
        </Show>
      </th>
      <td data-number>{formatValue(props.metric, props.row.value)}</td>
      <Show when={props.hasDistance}>
        <td data-number>{sayDistance(props.metric, props.row.distance)}</td>
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

function sayDistance(metric: BoardMetric, distance: number | null): string {
  return distance === null ? "–" : formatDistance(metric, distance);
}
