import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { Board, BoardRow } from "../../../shared/api/boards.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { nameVerification } from "../../outbox/words.ts";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { formatLoss, formatNumber, plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { When } from "../../parts/when.tsx";
import type { ApiFailure } from "../../state/api.ts";
import { course } from "../../state/course.ts";
import { buildLabLink } from "../lab/link.ts";
import { widthSymbol, widthWord } from "../lab/words.ts";
import { createHold } from "./create-hold.ts";
import { newResults, sayNews } from "./news.ts";

/** The ranked runs of one width. While the reader's hand is on the table nothing in it moves: a pill counts what came. */
export function Ranking(props: {
  board: Board;
  spec: ExperimentSpec | null;
  away: ApiFailure | null;
  onAgain: () => void;
}) {
  const hold = createHold();
  const [shown, setShown] = createSignal(props.board);
  const [spoken, setSpoken] = createSignal("");
  let heading: HTMLHeadingElement | undefined;
  const fresh = createMemo(() => newResults(shown().rows, props.board.rows));
  createEffect(() => {
    const next = props.board;
    const other = next.width !== shown().width || next.problem !== shown().problem;
    if (other || !hold.held()) setShown(next);
  });
  createEffect(
    on(
      () => props.board,
      (next, before) => {
        const news = before === undefined ? null : sayNews(before, next);
        if (news !== null) setSpoken(news);
      },
    ),
  );
  const width = () => `${props.spec === null ? "width" : widthWord(props.spec)} ${shown().width}`;
  const floor = () => shown().widths.find((one) => one.width === shown().width)?.floor ?? 0;
  const labLink = () =>
    props.spec === null ? "/lab" : buildLabLink({ spec: props.spec, widths: [shown().width], seeds: [] });
  const showNews = () => {
    heading?.focus({ preventScroll: true });
    setShown(props.board);
  };
  const isMember = () => course()?.course === shown().course;
  const haveRun = () => shown().rows.some(({ mine }) => mine);

  return (
    <section class="board-ranking">
      <div class="board-ranking-head">
        <h2 tabindex="-1" ref={heading}>
          At {width()}
        </h2>
        <Show when={fresh().length > 0}>
          <Button class="pill" kind="primary" onClick={showNews}>
            {plural(fresh().length, "new result")}
          </Button>
        </Show>
        <p class="unseen" role="status">
          {spoken()}
        </p>
        <div class="board-live">
          <Show
            when={props.away}
            fallback={<StatusLine tone="muted">Live: new results appear here.</StatusLine>}
          >
            <StatusLine tone="failed" live>
              Not live: the server is away, and this is how the board was.{" "}
              <button type="button" class="linklike" onClick={() => props.onAgain()}>
                Try now
              </button>
            </StatusLine>
          </Show>
        </div>
      </div>
      <div class="ranking" {...hold.on}>
        <Table caption={`Ranking at ${width()}`} captionHidden>
          <thead>
            <tr>
              <th scope="col" data-number>
                rank
              </th>
              <th scope="col">pseudonym</th>
              <th scope="col" data-number>
                test error
              </th>
              <th scope="col" data-number>
                above floor
              </th>
              <th scope="col" data-number class="wide-only">
                parameters
              </th>
              <th scope="col">verified</th>
              <th scope="col" class="wide-only">
                when
              </th>
              <th scope="col">
                <span class="unseen">run</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr data-floor="">
              <td data-number>–</td>
              <th scope="row">PCA floor</th>
              <td data-number>{formatLoss(floor())}</td>
              <td colspan="5">no model of this width can be below</td>
            </tr>
            <For each={shown().rows}>{(row) => <RankedRow row={row} floor={floor()} />}</For>
          </tbody>
        </Table>
      </div>
      <Show when={shown().rows.length === 0}>
        <p class="ranking-empty">
          No one has a verified run at {width()} yet. A run that finishes in the lab is sent, checked and
          listed here within two seconds.
        </p>
      </Show>
      <Show when={!haveRun()}>
        <div class="row">
          <Show
            when={isMember()}
            fallback={<ButtonLink href="/join">Join the class to be ranked</ButtonLink>}
          >
            <ButtonLink kind={shown().rows.length === 0 ? "primary" : "plain"} href={labLink()}>
              Train {props.spec === null ? "" : `${widthSymbol(props.spec)} = `}
              {shown().width} in the lab
            </ButtonLink>
          </Show>
        </div>
      </Show>
    </section>
  );
}

function RankedRow(props: { row: BoardRow; floor: number }) {
  return (
    <tr data-mine={props.row.mine ? "" : undefined}>
      <td data-number>{props.row.rank}</td>
      <th scope="row">
        {props.row.pseudonym}
        <Show when={props.row.mine}>
          <span class="you"> you</span>
        </Show>
      </th>
      <td data-number>{formatLoss(props.row.testMse)}</td>
      <td data-number>{formatLoss(props.row.testMse - props.floor)}</td>
      <td data-number class="wide-only">
        {formatNumber(props.row.parameters)}
      </td>
      <td>{nameVerification(props.row.verification)}</td>
      <td class="wide-only">
        <When at={props.row.receivedAt} />
      </td>
      <td>
        <a href={`/r/${props.row.runLink}`} aria-label={`The run of ${props.row.pseudonym}`}>
          See the run
        </a>
      </td>
    </tr>
  );
}
