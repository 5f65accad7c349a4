import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, For, Match, Show, Switch } from "solid-js";
import { ButtonLink } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Help } from "../../parts/help.tsx";
import { isConvolutional } from "../../parts/model-words.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { WaysIn } from "../../parts/ways-in.tsx";
import { createCourse } from "../../state/course.ts";
import { buildLabLink } from "../../state/lab-link.ts";
import { createSpecs } from "../../state/specs.ts";
import { createBoard } from "./create-board.ts";
import { Ranking } from "./ranking.tsx";
import { WidthOverview } from "./width-overview.tsx";
import { widthWords } from "./words.ts";

/** The class board: who has the best verified test error, width by width. */
export function BoardPage() {
  const params = useParams<{ course: string }>();
  const [search, setSearch] = useSearchParams<{ problem?: string; width?: string }>();
  const courses = createCourse();
  const specs = createSpecs();
  /** Boards rank test error, so they are kept for problems whose split is random. */
  const problems = () =>
    (specs()?.specs ?? []).filter(({ sweep }) => sweep.spec.dataset.split.kind === "random");
  const question = createMemo(
    () => ({
      course: params.course,
      problem: search.problem ?? "problem-1",
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
  const problem = () => problems().find((one) => one.problem === question().problem) ?? null;
  createTitle(() => {
    const board = shown()?.board;
    return board === undefined ? "Board" : `Board of ${board.title}`;
  });
  createEffect(() => courses.use(params.course));

  const spec = () => problem()?.sweep.spec ?? null;
  const words = createMemo(() => widthWords(spec()));
  /** The floor is that of affine maps through as many numbers as the width; k kernels give 64 k numbers. */
  const floors = () => {
    const known = spec();
    return known !== null && !isConvolutional(known);
  };
  const heading = () => {
    if (failure() !== null) return "Class board";
    return floors() ? "Who comes closest to the floor?" : "Who has the lowest test error?";
  };
  const labLink = (width: number) => {
    const known = spec();
    return known === null ? "/lab" : buildLabLink({ spec: known, widths: [width], seeds: [] });
  };

  return (
    <div class="board">
      <header class="board-head">
        <h1>{heading()}</h1>
        <p class="lede">
          The best test error of each seat
          <Show when={shown()}>{(now) => ` in ${now().board.title}`}</Show>. Every number is the server’s own:
          it runs each model again.
        </p>
        <Show when={problems().length > 1 && failure() === null}>
          <nav class="board-tabs" aria-label="Boards">
            <For each={problems()}>
              {(one) => (
                <a
                  href={`/c/${params.course}/board?problem=${one.problem}`}
                  aria-current={one.problem === question().problem ? "page" : undefined}
                >
                  {one.title}
                </a>
              )}
            </For>
          </nav>
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
            <div class="board-body">
              <WidthOverview
                board={now().board}
                words={words()}
                floors={floors()}
                onPick={(width) => setSearch({ width }, { replace: true, scroll: false })}
              />
              <Ranking
                board={now().board}
                words={words()}
                floors={floors()}
                labLink={labLink}
                away={now().away}
                onAgain={again}
              />
            </div>
          )}
        </Match>
      </Switch>
      <Show when={floors() && shown() !== null}>
        <Help summary="What is the floor?">
          <p>
            The PCA floor at hidden size h is the least mean square error that any linear model through h
            numbers can reach on these test images, found from their covariance without any training. A
            trained model only comes near it: it has seen other images, and for a limited number of epochs.
            From 64 on, as many numbers as an image has pixels, the floor is 0.
          </p>
        </Help>
      </Show>
    </div>
  );
}
