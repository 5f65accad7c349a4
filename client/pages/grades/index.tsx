import { useParams } from "@solidjs/router";
import { createEffect, Match, Switch } from "solid-js";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { createCourse } from "../../state/course.ts";
import { GradebookView } from "./gradebook-view.tsx";

/** The grades of a course, for who gives them. */
export function GradesPage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => params.course, gradesCalls.gradebook);
  const membership = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership ?? null;
  const role = () => membership()?.member.role ?? "student";
  const book = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  createEffect(() => courses.use(params.course));
  createTitle(() => "Grades of the class");

  return (
    <div class="grades stack">
      <ClassNav course={params.course} role={role()} />
      <h1>Grades of {membership()?.title ?? params.course}</h1>
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
