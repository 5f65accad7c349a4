import { useParams } from "@solidjs/router";
import { createEffect, Match, Switch } from "solid-js";
import { ClassNav } from "../../parts/class-nav.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { createCourse, roleIn } from "../../state/course.ts";
import { PartDesk } from "./part-desk.tsx";

/** Grading one part across the students of a course. */
export function GradePartPage() {
  const params = useParams<{ course: string; part: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => params.course, gradesCalls.gradebook);
  const role = () => roleIn(params.course) ?? "student";
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const book = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const known = () => {
    const now = book();
    return now?.parts.some(({ id }) => id === params.part) ? now : null;
  };
  createEffect(() => courses.use(params.course));
  createTitle(() => `Grading ${params.part}`);
  return (
    <div class="grading stack">
      <ClassNav course={params.course} role={role()} />
      <Switch fallback={<StatusLine live>Loading the gradebook.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="Grades are given by the course’s staff" />
          )}
        </Match>
        <Match when={known()}>
          {(found) => <PartDesk course={params.course} part={params.part} book={found()} />}
        </Match>
        <Match when={book()}>
          <EmptyState level={1} tone="failed" title={`The homework has no part ${params.part}`}>
            The parts stand on the page of grades.
          </EmptyState>
        </Match>
      </Switch>
    </div>
  );
}
