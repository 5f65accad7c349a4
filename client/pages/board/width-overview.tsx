import { Index, Show } from "solid-js";
import type { Board, BoardWidth } from "../../../shared/api/boards.ts";
import { type BoardMetric, isMoreBetter, nameMetric } from "../../../shared/boards/metrics.ts";
import { distanceName, formatDistance, formatValue, type WidthWords } from "../../parts/board-words.ts";
import { Table } from "../../parts/table.tsx";
import { Reach } from "./reach.tsx";

/** One row a width: the class's best there, and how far it is from the floor. A row picks the width that is ranked. */
export function WidthOverview(props: {
  board: Board;
  words: WidthWords;
  /** Whether a floor bounds these models. */
  floors: boolean;
  onPick: (width: number) => void;
}) {
  const metric = () => props.board.rule.metric;
  const largest = () => Math.max(0, ...props.board.widths.map(({ best }) => best?.value ?? 0));
  return (
    <section class="board-overview">
      <h2>The best at {props.words.each}</h2>
      <Table caption={`The best ${nameMetric(metric())} at ${props.words.each}`} captionHidden>
        <thead>
          <tr>
            <th scope="col" data-number>
              {props.words.name}
            </th>
            <th scope="col" data-number>
              {nameMetric(metric())}
            </th>
            <th scope="col">by</th>
            <Show when={props.floors}>
              <th scope="col" data-number class="wide-only">
                {isMoreBetter(metric()) ? "PCA" : "PCA floor"}
              </th>
              <th scope="col" data-number>
                {distanceName(metric())}
              </th>
            </Show>
            <td class="reach-head" />
          </tr>
        </thead>
        <tbody>
          <Index each={props.board.widths}>
            {(row) => (
              <WidthRow
                row={row()}
                metric={metric()}
                picked={row().width === props.board.width}
                words={props.words}
                floors={props.floors}
                largest={largest()}
                onPick={() => props.onPick(row().width)}
              />
            )}
          </Index>
        </tbody>
      </Table>
    </section>
  );
}

function WidthRow(props: {
  row: BoardWidth;
  metric: BoardMetric;
  picked: boolean;
  words: WidthWords;
  floors: boolean;
  largest: number;
  onPick: () => void;
}) {
  const floor = () => (props.floors ? props.row.floor : null);
  const distance = () => {
    const [beside, best] = [floor(), props.row.best];
    return beside === null || best === null ? "–" : formatDistance(props.metric, best.value - beside);
  };
  return (
    <tr class="pick-row" data-picked={props.picked ? "" : undefined}>
      <th scope="row" data-number>
        <button
          type="button"
          class="pick"
          aria-current={props.picked ? "true" : undefined}
          title={`See the ranking ${props.words.at(props.row.width)}`}
          onClick={() => props.onPick()}
        >
          {props.row.width}
        </button>
      </th>
      <Show
        when={props.row.best}
        fallback={
          <>
            <td data-number>–</td>
            <td class="muted">no one yet</td>
          </>
        }
      >
        {(best) => (
          <>
            <td data-number>{formatValue(props.metric, best().value)}</td>
            <td>
              {best().name ?? best().pseudonym}
              <Show when={best().mine}>
                <b class="you">you</b>
              </Show>
            </td>
          </>
        )}
      </Show>
      <Show when={props.floors}>
        <td data-number class="muted wide-only">
          {floor() === null ? "–" : formatValue(props.metric, floor() ?? 0)}
        </td>
        <td data-number>{distance()}</td>
      </Show>
      <td class="reach-cell" aria-hidden="true">
        <Reach best={props.row.best?.value ?? null} floor={floor()} largest={props.largest} />
      </td>
    </tr>
  );
}
