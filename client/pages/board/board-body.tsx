import { createMemo, For, Show } from "solid-js";
import type { Board } from "../../../shared/api/boards.ts";
import { sayInZone } from "../../../shared/assignment/zone.ts";
import { isMoreBetter } from "../../../shared/boards/metrics.ts";
import { hasFloor } from "../../../shared/boards/rule.ts";
import { sayRule, sayState } from "../../../shared/boards/say-rule.ts";
import { canonicalJson } from "../../../shared/spec/identity.ts";
import { hasDistances, specOfRule, widthWords } from "../../parts/board-words.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Help } from "../../parts/help.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ApiFailure } from "../../state/api.ts";
import { buildLabLink } from "../../state/lab-link.ts";
import { createSpecs } from "../../state/specs.ts";
import { Ranking } from "./ranking.tsx";
import { WidthOverview } from "./width-overview.tsx";

/** A board's rows with what explains them; for students of a hidden one, when it opens. */
export function BoardBody(props: {
  board: Board;
  away: ApiFailure | null;
  isStaff: boolean;
  onPick: (width: number) => void;
  onAgain: () => void;
}) {
  const specs = createSpecs();
  const rule = () => props.board.rule;
  const floors = () => hasDistances(rule());
  /** What the lab trains for this board: its model, else the course's own spec on the same data. */
  const spec = createMemo(() => {
    const data = canonicalJson(rule().dataset);
    const course = specs()?.specs.find(({ sweep }) => canonicalJson(sweep.spec.dataset) === data);
    return specOfRule(rule()) ?? course?.sweep.spec ?? null;
  });
  const words = createMemo(() => widthWords(specOfRule(rule())));
  const labLink = (width: number | null) => {
    const known = spec();
    return known === null
      ? "/lab"
      : buildLabLink({ spec: known, widths: width === null ? [] : [width], seeds: [] });
  };
  const isWithheld = () => props.board.isHidden && !props.isStaff;
  const sayAt = (time: string) => sayInZone(Date.parse(time), props.board.zone);
  const hiding = () => sayState(rule().state, sayAt).join(" ");

  const opening = () => {
    const { state } = rule();
    const until = state.kind === "hidden" ? state.until : null;
    return until === null ? "Your instructor opens it." : `It opens on ${sayAt(until)}.`;
  };

  return (
    <>
      <Show when={rule().question}>{(question) => <p class="board-question">{question()}</p>}</Show>
      <Show
        when={!isWithheld()}
        fallback={
          <EmptyState title="This board is not open yet">
            {opening()} Runs that finish until then are kept, verified and ranked all the same.
          </EmptyState>
        }
      >
        <Show when={props.board.isHidden}>
          <StatusLine>{hiding()} You see it as one of the staff.</StatusLine>
        </Show>
        <div class="board-body" data-alone={props.board.widths.length === 0 ? "" : undefined}>
          <Show when={props.board.widths.length > 0}>
            <WidthOverview
              board={props.board}
              words={words()}
              floors={floors()}
              onPick={(width) => props.onPick(width)}
            />
          </Show>
          <Ranking
            board={props.board}
            words={words()}
            labLink={labLink}
            away={props.away}
            onAgain={() => props.onAgain()}
          />
        </div>
      </Show>
      <div class="stack">
        <Help summary="What counts on this board?">
          <ul class="board-rule">
            <For each={sayRule(rule(), { zone: props.board.zone, sayAt })}>
              {(sentence) => <li>{sentence}</li>}
            </For>
          </ul>
        </Help>
        <Show when={hasFloor(rule())}>
          <Help summary="What is the floor?">
            <p>
              The PCA floor at hidden size h is the least mean square error that any linear model through h
              numbers can reach on these images, found from their covariance without any training. A trained
              model only comes near it: it has seen other images, and for a limited number of epochs. From 64
              on, as many numbers as an image has pixels, the floor is 0.
            </p>
          </Help>
        </Show>
        <Show when={isMoreBetter(rule().metric)}>
          <Help summary="What does “beside PCA” mean?">
            <p>
              PCA, fitted to the images that were trained on, gives every image back through as many numbers
              as the model’s latent holds, and its errors tell the digits apart as a model’s do. The column
              says how much better a model does than that, without any training.
            </p>
          </Help>
        </Show>
      </div>
    </>
  );
}
