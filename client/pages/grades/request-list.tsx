import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { RegradeRequest } from "../../../shared/api/grading/regrades.ts";
import { MAX_REGRADE_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { When } from "../../parts/when.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { callStudent } from "./rows.ts";

/** Requests of students, each with its answer or where it is written. What is being written stays while the list is read again. */
export function RequestList(props: {
  course: string;
  requests: readonly RegradeRequest[];
  /** Whether the desk of their parts is on this page already. */
  isAtDesk?: boolean;
  onAnswered: () => Promise<void>;
}) {
  const ids = createMemo(() => props.requests.map(({ id }) => id));
  return (
    <ol class="requests">
      <For each={ids()}>
        {(id) => (
          <li>
            <Show when={props.requests.find((one) => one.id === id)}>
              {(request) => (
                <RequestView
                  course={props.course}
                  request={request()}
                  isAtDesk={props.isAtDesk ?? false}
                  onAnswered={props.onAnswered}
                />
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}

function RequestView(props: {
  course: string;
  request: RegradeRequest;
  isAtDesk: boolean;
  onAnswered: () => Promise<void>;
}) {
  const { act, isActing, failed } = createAct();
  const [text, setText] = createSignal(props.request.answer?.text ?? "");
  const [isWriting, setWriting] = createSignal(props.request.answer === null);
  const call = () => callStudent(props.request.handle, props.request.who);
  const put = async (event: SubmitEvent) => {
    event.preventDefault();
    const wish = { base: props.request.revision, text: text().trim() };
    const put = await act(() => gradesCalls.answerRequest(props.course, props.request.id, wish));
    if (put === null) return;
    setWriting(false);
    await props.onAnswered();
  };
  return (
    <article class="request stack" aria-label={`${call()} about ${props.request.part}`}>
      <div class="request-head">
        <h3>
          {call()}, {props.request.part}
        </h3>
        <span class="muted">
          <When at={props.request.askedAt} />
        </span>
        <Show when={!props.isAtDesk}>
          <A href={`/c/${props.course}/grades/students/${props.request.handle}?part=${props.request.part}`}>
            See the work and the grade
          </A>
        </Show>
      </div>
      <p class="request-text">{props.request.text}</p>
      <Show
        when={isWriting()}
        fallback={
          <div class="request-answer">
            <p class="request-text">{props.request.answer?.text ?? text()}</p>
            <Show when={props.request.answer}>
              {(answer) => (
                <p class="muted">
                  {answer().by}, <When at={answer().at} />
                </p>
              )}
            </Show>
            <Button kind="quiet" onClick={() => setWriting(true)}>
              Change the answer
            </Button>
          </div>
        }
      >
        <form class="stack" onSubmit={put} noValidate>
          <Field label="Answer to the student">
            {(control) => (
              <textarea
                {...control()}
                rows={3}
                maxlength={MAX_REGRADE_CHARACTERS}
                value={text()}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="row">
            <Button type="submit" disabled={isActing() || text().trim() === ""}>
              Answer
            </Button>
          </div>
          <Problem words={failed()} />
        </form>
      </Show>
    </article>
  );
}
