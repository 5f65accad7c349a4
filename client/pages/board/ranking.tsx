import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import type { Board } from "../../../shared/api/boards.ts";
import type { WidthWords } from "../../parts/board-words.ts";
import { Button } from "../../parts/button.tsx";
import { createHold } from "../../parts/create-hold.ts";
import { plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ApiFailure } from "../../state/api.ts";
import { LiveLine } from "./live-line.tsx";
import { isSameRanking, newResults, sayNews } from "./news.ts";
import { RankedTable } from "./ranked-table.tsx";
import { YourTurn } from "./your-turn.tsx";

/** The ranked runs of one width. While the reader's hand is on the table nothing in it moves: a pill counts what came. */
export function Ranking(props: {
  board: Board;
  words: WidthWords;
  /** Where the lab trains what is ranked. */
  labLink: (width: number | null) => string;
  away: ApiFailure | null;
  onAgain: () => void;
}) {
  const hold = createHold();
  const [shown, setShown] = createSignal(props.board);
  const where = () => {
    const { width } = shown();
    return width === null ? "" : props.words.at(width);
  };
  const [spoken, setSpoken] = createSignal("");
  let heading: HTMLHeadingElement | undefined;
  const fresh = createMemo(() => newResults(shown().rows, props.board.rows));
  createEffect(() => {
    const next = props.board;
    if (!isSameRanking(next, shown()) || !hold.held()) setShown(next);
  });
  createEffect(
    on(
      () => props.board,
      (next, before) => {
        const news = before === undefined ? null : sayNews(before, next, where());
        if (news !== null) setSpoken(news);
      },
    ),
  );
  const showNews = () => {
    heading?.focus({ preventScroll: true });
    setShown(props.board);
  };

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
        <RankedTable board={shown()} where={where()} />
      </div>
      <YourTurn board={shown()} words={props.words} labLink={props.labLink(shown().width)} />
      <Show when={props.away} fallback={<LiveLine rule={shown().rule} />}>
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
