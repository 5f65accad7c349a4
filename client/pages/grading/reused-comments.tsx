import { createMemo, For, Show } from "solid-js";
import type { ReusedComment } from "../../../shared/api/grading/graded-work.ts";
import { Button } from "../../parts/button.tsx";
import { Help } from "../../parts/help.tsx";
import { Problem } from "../../parts/problem.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";

/** Comments that the course's graders keep: put one into the comment, keep the one that is written, remove one. */
export function ReusedComments(props: {
  course: string;
  part: string;
  comments: readonly ReusedComment[];
  written: string;
  onUse: (text: string) => void;
  onChange: () => void;
}) {
  const { act, isActing, failed } = createAct();
  const fitting = createMemo(() => props.comments.filter(({ part }) => part === null || part === props.part));
  const isKept = () => fitting().some(({ text }) => text === props.written.trim());
  const keep = async () => {
    const wish = { part: props.part, text: props.written.trim() };
    if ((await act(() => gradesCalls.addComment(props.course, wish))) !== null) props.onChange();
  };
  const remove = async (id: string) => {
    if ((await act(() => gradesCalls.removeComment(props.course, id))) !== null) props.onChange();
  };
  return (
    <Help summary={`Comments to use again (${fitting().length})`}>
      <ul class="reused-comments">
        <For each={fitting()} fallback={<li class="muted">None is kept for this part yet.</li>}>
          {({ id, text }) => (
            <li>
              <button class="reused-comment" type="button" onClick={() => props.onUse(text)}>
                {text}
              </button>
              <Button
                kind="quiet"
                disabled={isActing()}
                aria-label={`Remove the comment: ${text}`}
                onClick={() => remove(id)}
              >
                Remove
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.written.trim() !== "" && !isKept()}>
        <div class="row">
          <Button disabled={isActing()} onClick={keep}>
            Keep what is written above
          </Button>
        </div>
      </Show>
      <Problem words={failed()} />
    </Help>
  );
}
