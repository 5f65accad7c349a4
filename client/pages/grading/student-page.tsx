import { useParams } from "@solidjs/router";
import { createEffect, Match, Switch } from "solid-js";
import { can } from "../../../shared/access/can.ts";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { createCourse, roleIn } from "../../state/course.ts";
import { StudentDesk } from "./student-desk.tsx";

/** Grading one student across the parts of the homework. */
export function GradeStudentPage() {
  const params = useParams<{ course: string; handle: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(
    () => [params.course, params.handle] as const,
    ([course, handle]) => gradesCalls.student(course, handle),
  );
  const [book] = createAnswer(() => params.course, gradesCalls.gradebook);
  const role = () => roleIn(params.course) ?? "student";
  const view = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const order = () => {
    const now = book();
    return now.status === "answered" ? now.value.students.handle : [];
  };
  createEffect(() => courses.use(params.course));
  createTitle(() => "Grading a student");
  return (
    <div class="grading stack">
      <ClassNav course={params.course} role={role()} />
      <Switch fallback={<StatusLine live>Loading the student’s work.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="This student is not in the gradebook" />
          )}
        </Match>
        <Match when={view()?.handle} keyed>
          {(_handle) => (
            <StudentDesk
              course={params.course}
              view={view()}
              order={order()}
              maySetPenalty={can(role(), "releaseGrades")}
              again={again}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}
