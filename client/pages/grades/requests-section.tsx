import { createSignal, Match, Show, Switch } from "solid-js";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Pager } from "../../parts/pager.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { RequestList } from "./request-list.tsx";

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
              <RequestList
                course={props.course}
                requests={requests().slice(page() * REQUESTS_A_PAGE, (page() + 1) * REQUESTS_A_PAGE)}
                onAnswered={answered}
              />
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
