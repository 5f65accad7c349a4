import { A, useParams } from "@solidjs/router";
import { createEffect, For, Match, Switch } from "solid-js";
import { ButtonLink } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { When } from "../../parts/when.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { createCourse } from "../../state/course.ts";
import { PartOfGrade } from "./part-of-grade.tsx";
import { type ReleasedGrade, sayLateness, sayTotal } from "./words.ts";

/** A student's own grade, once it is released. */
export function MyGradePage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => params.course, gradesCalls.myGrade);
  const grade = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const released = () => {
    const now = grade();
    return now?.released ? now : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const toHomework = () => <ButtonLink href={`/c/${params.course}/hw`}>Open the homework</ButtonLink>;
  createEffect(() => courses.use(params.course));
  createTitle(() => "Your grade");
  return (
    <div class="my-grade stack">
      <Switch
        fallback={
          <>
            <h1>Your grade</h1>
            <StatusLine live>Loading your grade.</StatusLine>
          </>
        }
      >
        <Match when={failure()}>
          {(why) => (
            <>
              <h1>Your grade</h1>
              <FailedAnswer
                failure={why()}
                onAgain={again}
                refused="There is no grade of yours here"
                action={toHomework()}
              />
            </>
          )}
        </Match>
        <Match when={released()}>
          {(now) => <Released course={params.course} grade={now()} again={again} />}
        </Match>
        <Match when={grade()}>
          <EmptyState level={1} title="Your grade is not released yet" action={toHomework()}>
            It will stand here, part by part, when your instructor shows the class its grades.
          </EmptyState>
        </Match>
      </Switch>
    </div>
  );
}

function Released(props: { course: string; grade: ReleasedGrade; again: () => Promise<void> }) {
  const problems = () => [...new Set(props.grade.parts.map(({ problem }) => problem))];
  return (
    <>
      <header class="stack">
        <h1>Your grade</h1>
        <p class="my-total">{sayTotal(props.grade)}</p>
        <p>{sayLateness(props.grade)}</p>
        <p class="muted">
          <A href={`/c/${props.course}/hw`}>{props.grade.title}</A>, released{" "}
          <When at={props.grade.releasedAt} />. If something was overlooked, ask for that part to be looked at
          again, and say what.
        </p>
      </header>
      <For each={problems()}>
        {(number) => (
          <section class="stack" aria-labelledby={`problem-${number}`}>
            <h2 id={`problem-${number}`}>Problem {number}</h2>
            <For each={props.grade.parts.filter(({ problem }) => problem === number)}>
              {(part) => (
                <PartOfGrade
                  course={props.course}
                  part={part}
                  counting={props.grade.submission?.number ?? null}
                  requests={props.grade.requests.filter((request) => request.part === part.id)}
                  again={props.again}
                />
              )}
            </For>
          </section>
        )}
      </For>
    </>
  );
}
