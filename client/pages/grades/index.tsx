import { useParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { answerOf, createAnswer, failureOf } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { createMembership } from "../../state/membership.ts";
import { GradebookView } from "./gradebook-view.tsx";

/** The grades of a course, for who gives them. */
export function GradesPage() {
  const params = useParams<{ course: string }>();
  const [answer, again] = createAnswer(() => params.course, gradesCalls.gradebook);
  const { title, role } = createMembership(() => params.course);
  const book = () => answerOf(answer());
  const failure = () => failureOf(answer());
  createTitle(() => "Grades of the class");

  return (
    <div class="grades stack">
      <ClassNav course={params.course} role={role()} />
      <h1>Grades of {title()}</h1>
      <Switch fallback={<StatusLine live>Loading the grades.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="Grades are given by the course’s staff" />
          )}
        </Match>
        <Match when={book()}>
          {(now) => <GradebookView course={params.course} book={now()} role={role()} again={again} />}
        </Match>
      </Switch>
    </div>
  );
}
