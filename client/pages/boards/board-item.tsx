import { createSignal, Show } from "solid-js";
import type { BoardView } from "../../../shared/api/boards.ts";
import { sayInZone } from "../../../shared/assignment/zone.ts";
import { nameMetric } from "../../../shared/boards/metrics.ts";
import { type BoardState, isFrozen, isHidden } from "../../../shared/boards/rule.ts";
import { sayDataset, sayLimits, sayState } from "../../../shared/boards/say-rule.ts";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { plural } from "../../parts/numbers.ts";

/** The id of a board's heading, to bring the focus back to. */
export function headingOf(board: string): string {
  return `board-${board}`;
}

/** A board in a few lines, and what can be done with it. */
export function BoardItem(props: {
  course: string;
  zone: string;
  view: BoardView;
  mayChange: boolean;
  isActing: boolean;
  /** While its form is open, the form alone changes it. */
  isEditing: boolean;
  onEdit: () => void;
  onState: (state: BoardState) => void;
  onDelete: () => void;
}) {
  const [isLeaving, setLeaving] = createSignal(false);
  const rule = () => props.view.rule;
  const state = () => rule().state.kind;
  /** What it is by now: a moment to freeze from may be ahead, a day to hide until past. */
  const present = () => {
    const now = new Date().toISOString();
    return isFrozen(rule(), now) ? "frozen" : isHidden(rule(), now) ? "hidden" : "open";
  };
  const sayAt = (time: string) => sayInZone(Date.parse(time), props.zone);
  return (
    <>
      <div class="board-item-head">
        <h2 id={headingOf(rule().id)} tabindex="-1">
          {rule().title}
        </h2>
        <span class="board-state" data-state={present()}>
          {present()}
        </span>
      </div>
      <p>
        Ranks {nameMetric(rule().metric)}: {plural(props.view.runs, "run")} of{" "}
        {plural(props.view.seats, "seat")} count.
      </p>
      <p class="muted">
        {[sayDataset(rule().dataset), ...sayLimits(rule().limits), ...sayState(rule().state, sayAt)].join(
          " ",
        )}
      </p>
      <div class="row">
        <ButtonLink href={`/c/${props.course}/board?board=${rule().id}`}>See it</ButtonLink>
        <Show when={props.mayChange && !props.isEditing}>
          <Button
            aria-label={`Change ${rule().title}`}
            disabled={props.isActing}
            onClick={() => props.onEdit()}
          >
            Change
          </Button>
          <Show
            when={state() === "open"}
            fallback={
              <Button
                aria-label={`Open ${rule().title}`}
                disabled={props.isActing}
                onClick={() => props.onState({ kind: "open" })}
              >
                Open
              </Button>
            }
          >
            <Button
              kind="quiet"
              aria-label={`Freeze now: ${rule().title}`}
              disabled={props.isActing}
              onClick={() => props.onState({ kind: "frozen", from: new Date().toISOString() })}
            >
              Freeze now
            </Button>
            <Button
              kind="quiet"
              aria-label={`Hide ${rule().title}`}
              disabled={props.isActing}
              onClick={() => props.onState({ kind: "hidden", until: null })}
            >
              Hide
            </Button>
          </Show>
          <Show
            when={isLeaving()}
            fallback={
              <Button kind="quiet" aria-label={`Delete ${rule().title}`} onClick={() => setLeaving(true)}>
                Delete
              </Button>
            }
          >
            <Button kind="primary" disabled={props.isActing} onClick={() => props.onDelete()}>
              Delete this board; its runs stay
            </Button>
            <Button kind="quiet" onClick={() => setLeaving(false)}>
              Keep
            </Button>
          </Show>
        </Show>
      </div>
    </>
  );
}
