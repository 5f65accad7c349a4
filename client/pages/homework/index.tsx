import { useParams } from "@solidjs/router";
import { createEffect, For, Show } from "solid-js";
import { ButtonLink } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createCourse } from "../../state/course.ts";
import { createNotebook } from "../../state/notebook.ts";
import { ProblemSection } from "./problem-section.tsx";

/** The homework as a notebook: every question with its cells. */
export function HomeworkPage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  const member = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership.member.pseudonym;
  createEffect(() => courses.use(params.course));
  createTitle(() => "Homework");
  return (
    <Show
      when={member()}
      keyed
      fallback={
        <EmptyState
          level={1}
          title="The homework is for members of the class"
          action={
            <ButtonLink kind="primary" href="/join">
              Join the class
            </ButtonLink>
          }
        >
          This browser is no member of {params.course}. Join with the code that your instructor gave out; your
          answers are then kept under your pseudonym.
        </EmptyState>
      }
    >
      {(_pseudonym) => <NotebookView course={params.course} />}
    </Show>
  );
}

function NotebookView(props: { course: string }) {
  const notebook = createNotebook(props.course);
  return (
    <div class="notebook">
      <Show when={notebook.assignment()} fallback={<StatusLine live>Loading the homework.</StatusLine>}>
        {(view) => (
          <>
            <h1>{view().assignment.title}</h1>
            <For each={view().assignment.problems}>
              {(problem) => <ProblemSection notebook={notebook} problem={problem} />}
            </For>
          </>
        )}
      </Show>
    </div>
  );
}
