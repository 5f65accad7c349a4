import { Show } from "solid-js";
import type { Board } from "../../../shared/api/boards.ts";
import { isFrozen } from "../../../shared/boards/rule.ts";
import type { WidthWords } from "../../parts/board-words.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { course } from "../../state/course.ts";

/** What is missing from a ranking, and the button to do about it. */
export function YourTurn(props: { board: Board; words: WidthWords; labLink: string }) {
  /** ` at hidden size 20`; nothing where all are ranked together. */
  const at = () => (props.board.width === null ? "" : ` ${props.words.at(props.board.width)}`);
  const what = () => (props.board.width === null ? "a model for it" : props.words.one(props.board.width));
  const isMember = () => course()?.course === props.board.course;
  const isStudent = () => isMember() && course()?.member.role === "student";
  const haveRun = () => props.board.rows.some(({ mine }) => mine);
  const isEmpty = () => props.board.rows.length === 0;
  const isOver = () => isFrozen(props.board.rule, new Date().toISOString());
  return (
    <Show when={!isOver() && (isEmpty() || (isStudent() && !haveRun()) || !isMember())}>
      <div class="your-turn stack">
        <p>
          {isEmpty()
            ? `No one has a verified run${at()} yet. A run that finishes in the lab is sent, checked and ranked here.`
            : isMember()
              ? `You have no verified run${at()} yet.`
              : "You are looking at this board from outside the class."}
        </p>
        <div class="row">
          <Show when={isMember()} fallback={<ButtonLink href="/join">Join the class</ButtonLink>}>
            <ButtonLink kind="primary" href={props.labLink}>
              Train {what()} in the lab
            </ButtonLink>
          </Show>
        </div>
      </div>
    </Show>
  );
}
