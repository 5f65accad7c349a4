import { Index, Show } from "solid-js";
import type { Board, BoardWidth } from "../../../shared/api/boards.ts";
import { formatLoss } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { Reach } from "./reach.tsx";
import type { WidthWords } from "./words.ts";

/** One row a width: the class's best there, and how far it is from the floor. A row picks the width that is ranked. */
export function WidthOverview(props: {
  board: Board;
  words: WidthWords;
  /** Whether a floor bounds these models. */
  floors: boolean;
  onPick: (width: number) => void;
}) {
  const largest = () => Math.max(0, ...props.board.widths.map(({ best }) => best?.testMse ?? 0));
  return (
    <section class="board-overview">
      <h2>The best at {props.words.each}</h2>
      <Table caption={`The best test error at ${props.words.each}`} captionHidden>
        <thead>
          <tr>
            <th scope="col" data-number>
              {props.words.name}
            </th>
            <th scope="col" data-number>
              test error
            </th>
            <th scope="col">by</th>
            <Show when={props.floors}>
              <th scope="col" data-number class="wide-only">
                PCA floor
              </th>
              <th scope="col" data-number>
                above it
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
  picked: boolean;
  words: WidthWords;
  floors: boolean;
  largest: number;
  onPick: () => void;
}) {
  const floor = () => (props.floors ? props.row.floor : null);
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
            <td data-number>{formatLoss(best().testMse)}</td>
            <td>
              {best().pseudonym}
              <Show when={best().mine}>
                <b class="you">you</b>
              </Show>
            </td>
          </>
        )}
      </Show>
      <Show when={props.floors}>
        <td data-number class="muted wide-only">
          {formatLoss(props.row.floor)}
        </td>
        <td data-number>
          {props.row.best === null ? "–" : formatLoss(props.row.best.testMse - props.row.floor)}
        </td>
      </Show>
      <td class="reach-cell" aria-hidden="true">
        <Reach best={props.row.best?.testMse ?? null} floor={floor()} largest={props.largest} />
      </td>
    </tr>
  );
}
