import { Index, Show } from "solid-js";
import type { Board, BoardWidth } from "../../../shared/api/boards.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { formatLoss } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { widthWord } from "../lab/words.ts";

/** One row a width: the class's best there and how far it is from the floor. Rows pick the width that is ranked below. */
export function WidthOverview(props: {
  board: Board;
  spec: ExperimentSpec | null;
  onPick: (width: number) => void;
}) {
  const name = () => (props.spec === null ? "width" : widthWord(props.spec));
  return (
    <section class="board-overview">
      <Table caption={`The best at each ${name()}; pick one to see its ranking`}>
        <thead>
          <tr>
            <th scope="col" data-number>
              {name()}
            </th>
            <th scope="col" data-number>
              best test error
            </th>
            <th scope="col">by</th>
            <th scope="col" data-number>
              PCA floor
            </th>
            <th scope="col" data-number>
              above it
            </th>
            <th scope="col" data-number>
              seats
            </th>
          </tr>
        </thead>
        <tbody>
          <Index each={props.board.widths}>
            {(row) => (
              <WidthRow
                row={row()}
                picked={row().width === props.board.width}
                name={name()}
                onPick={() => props.onPick(row().width)}
              />
            )}
          </Index>
        </tbody>
      </Table>
    </section>
  );
}

function WidthRow(props: { row: BoardWidth; picked: boolean; name: string; onPick: () => void }) {
  return (
    <tr class="pick-row" data-picked={props.picked ? "" : undefined}>
      <th scope="row" data-number>
        <button
          type="button"
          class="pick"
          aria-current={props.picked ? "true" : undefined}
          aria-label={`Rank ${props.name} ${props.row.width}`}
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
                <span class="you"> you</span>
              </Show>
            </td>
          </>
        )}
      </Show>
      <td data-number class="muted">
        {formatLoss(props.row.floor)}
      </td>
      <td data-number>
        {props.row.best === null ? "–" : formatLoss(props.row.best.testMse - props.row.floor)}
      </td>
      <td data-number>{props.row.seats}</td>
    </tr>
  );
}
