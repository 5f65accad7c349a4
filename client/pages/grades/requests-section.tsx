import { A } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { RegradeRequest } from "../../../shared/api/grades.ts";
import { MAX_REGRADE_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Field } from "../../parts/field.tsx";
import { Pager } from "../../parts/pager.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { callStudent } from "./rows.ts";

const REQUESTS_A_PAGE = 20;

/** What students ask to be looked at again, and the answers. */
export function RequestsSection(props: { course: string; again: () => Promise<void> }) {
  const [answer, again] = createAnswer(() => props.course, gradesCalls.requests);
  const [page, setPage] = createSignal(0);
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.requests : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const answered = async () => {
    await Promise.all([again(), props.again()]);
  };
  return (
    <section class="stack" aria-labelledby="requests">
      <h2 id="requests">Asked to be looked at again</h2>
      <Switch fallback={<StatusLine live>Loading the requests.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="Requests are for the staff" />}
        </Match>
        <Match when={list()}>
          {(requests) => (
            <Show
              when={requests().length > 0}
              fallback={
                <EmptyState title="Nobody asked">
                  Once grades are released, a student can ask for each part to have it looked at again. What
                  is asked stands here, what waits for an answer first.
                </EmptyState>
              }
            >
              <ol class="requests">
                <For each={requests().slice(page() * REQUESTS_A_PAGE, (page() + 1) * REQUESTS_A_PAGE)}>
                  {(request) => (
                    <li>
                      <RequestView course={props.course} request={request} onAnswered={answered} />
                    </li>
                  )}
                </For>
              </ol>
              <Pager
                name="requests"
                count={requests().length}
                size={REQUESTS_A_PAGE}
                page={page()}
                onPage={setPage}
              />
            </Show>
          )}
        </Match>
      </Switch>
    </section>
  );
}

/** One request with its answer, or where the answer is written; the grade is changed at the desk. */
export function RequestView(props: {
  course: string;
  request: RegradeRequest;
  /** Whether the desk of the part is on this page already. */
  isAtDesk?: boolean;
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
