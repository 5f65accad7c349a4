import { A, useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { ClassNav } from "../../parts/class-nav.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { answerOf, createAnswer, failureOf } from "../../state/api-answer.ts";
import { createMembership } from "../../state/membership.ts";
import { Desk } from "./desk.tsx";
import { loadHomework } from "./load.ts";

/** Changing what a course's homework asks; for who may. */
export function HomeworkEditPage() {
  const params = useParams<{ course: string }>();
  const [answer, again] = createAnswer(() => params.course, loadHomework);
  const { title, role, may } = createMembership(() => params.course);
  const loaded = () => answerOf(answer());
  const failure = () => failureOf(answer());
  createTitle(() => "Edit the homework");

  return (
    <div class="homework-edit stack">
      <ClassNav course={params.course} role={role()} />
      <h1>Edit the homework of {title()}</h1>
      <Switch fallback={<StatusLine live>Loading the homework.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer
              failure={why()}
              onAgain={again}
              refused="The homework is changed by the course’s staff"
            />
          )}
        </Match>
        <Match when={loaded() !== null && !may("changeHomework")}>
          <EmptyState
            title="The homework is changed by the course’s instructors"
            action={<A href={`/c/${params.course}/homework`}>Read its versions</A>}
          >
            You may read every version, what changed in it and when it was put.
          </EmptyState>
        </Match>
        <Match when={loaded()}>
          {(now) => (
            <Show when={now()} keyed>
              {(start) => <Desk course={params.course} loaded={start} />}
            </Show>
          )}
        </Match>
      </Switch>
    </div>
  );
}
