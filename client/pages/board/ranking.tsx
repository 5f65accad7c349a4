import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import type { Board } from "../../../shared/api/boards.ts";
import { Button } from "../../parts/button.tsx";
import { createHold } from "../../parts/create-hold.ts";
import { plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ApiFailure } from "../../state/api.ts";
import { newResults, sayNews } from "./news.ts";
import { RankedTable } from "./ranked-table.tsx";
import type { WidthWords } from "./words.ts";
import { YourTurn } from "./your-turn.tsx";

/** The ranked runs of one width. While the reader's hand is on the table nothing in it moves: a pill counts what came. */
export function Ranking(props: {
  board: Board;
  words: WidthWords;
  floors: boolean;
  /** Where the lab trains this width. */
  labLink: (width: number) => string;
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
        const news = before === undefined ? null : sayNews(before, next, props.words);
        if (news !== null) setSpoken(news);
      },
    ),
  );
  const showNews = () => {
    heading?.focus({ preventScroll: true });
    setShown(props.board);
  };
  const where = () => props.words.at(shown().width);
  const floor = () =>
    props.floors ? (shown().widths.find((one) => one.width === shown().width)?.floor ?? null) : null;

  return (
    <section class="board-ranking" {...hold.pointer}>
      <div class="board-ranking-head">
        <h2 tabindex="-1" ref={heading}>
          Ranking {where()}
        </h2>
        <Show when={fresh().length > 0}>
          <Button class="pill" kind="primary" onClick={showNews}>
            {plural(fresh().length, "new result")}
          </Button>
        </Show>
      </div>
      <p class="unseen" role="status">
        {spoken()}
      </p>
      <div class="ranking" {...hold.focus}>
        <RankedTable rows={shown().rows} floor={floor()} where={where()} />
      </div>
      <YourTurn board={shown()} words={props.words} labLink={props.labLink(shown().width)} />
      <Show
        when={props.away}
        fallback={
          <StatusLine tone="muted">Live: a run that finishes appears here within two seconds.</StatusLine>
        }
      >
        <div class="row">
          <StatusLine tone="failed" live>
            Not live: the server is away. This is the board as it was.
          </StatusLine>
          <Button onClick={() => props.onAgain()}>Try now</Button>
        </div>
      </Show>
    </section>
  );
}
