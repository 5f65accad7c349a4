import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, For, Match, Show, Switch } from "solid-js";
import { can } from "../../../shared/access/can.ts";
import type { BoardTab } from "../../../shared/api/boards.ts";
import { nameMetric } from "../../../shared/boards/metrics.ts";
import { askOf } from "../../parts/board-words.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { WaysIn } from "../../parts/ways-in.tsx";
import { createCourse } from "../../state/course.ts";
import { BoardBody } from "./board-body.tsx";
import { createBoard } from "./create-board.ts";

/** In the place of a board's name: the first that the course has. */
const FIRST = "-";

/** The boards of a course: who is where by their rules. */
export function BoardPage() {
  const params = useParams<{ course: string }>();
  const [search, setSearch] = useSearchParams<{ board?: string; problem?: string; width?: string }>();
  const courses = createCourse();
  const question = createMemo(
    () => ({
      course: params.course,
      // Links from when each problem had the one board.
      board: search.board ?? search.problem ?? FIRST,
      width: search.width === undefined ? null : Number(search.width),
    }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const { state, again } = createBoard(question);
  const shown = () => {
    const now = state();
    return now.status === "shown" ? now : null;
  };
  const failure = () => {
    const now = state();
    return now.status === "failed" ? now.failure : null;
  };
  const rule = () => shown()?.board.rule ?? null;
  const role = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership.member.role ??
    "student";
  createTitle(() => {
    const board = shown()?.board;
    return board === undefined ? "Board" : `Board of ${board.title}`;
  });
  createEffect(() => courses.use(params.course));

  const heading = () => {
    const now = rule();
    return failure() !== null || now === null ? "Class board" : askOf(now);
  };

  return (
    <div class="board">
      <header class="board-head">
        <h1>{heading()}</h1>
        <p class="lede">
          The {rule()?.counts ?? "best"} run of each seat
          <Show when={shown()}>
            {(now) => ` in ${now().board.title}, by ${nameMetric(now().board.rule.metric)}`}
          </Show>
          . Every number is the server’s own: it runs each model again.
        </p>
        <Show when={shown()}>
          {(now) => (
            <BoardTabs
              course={params.course}
              boards={now().board.boards}
              shown={now().board.rule.id}
              isStaff={can(role(), "seeEveryone")}
            />
          )}
        </Show>
      </header>
      <Switch fallback={<StatusLine live>Loading the board.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer
              failure={why()}
              onAgain={again}
              refused="This board is not open to this browser"
              action={
                <>
                  <WaysIn />
                  <ButtonLink href="/lab">Open the lab</ButtonLink>
                </>
              }
            />
          )}
        </Match>
        <Match when={shown()}>
          {(now) => (
            <BoardBody
              board={now().board}
              away={now().away}
              isStaff={can(role(), "seeEveryone")}
              onPick={(width) => setSearch({ width }, { replace: true, scroll: false })}
              onAgain={again}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}

function BoardTabs(props: { course: string; boards: readonly BoardTab[]; shown: string; isStaff: boolean }) {
  return (
    <nav class="board-tabs" aria-label="Boards">
      <Show when={props.boards.length > 1}>
        <For each={props.boards}>
          {({ id, title, isHidden }) => (
            <a
              href={`/c/${props.course}/board?board=${id}`}
              aria-current={id === props.shown ? "page" : undefined}
            >
              {title}
              <Show when={isHidden}>
                <span class="muted"> (hidden)</span>
              </Show>
            </a>
          )}
        </For>
      </Show>
      <Show when={props.isStaff}>
        <a class="board-rules-link" href={`/c/${props.course}/boards`}>
          Change the boards
        </a>
      </Show>
    </nav>
  );
}
