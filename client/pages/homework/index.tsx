import { useParams } from "@solidjs/router";
import { createEffect, Show } from "solid-js";
import { createTitle } from "../../parts/title.ts";
import { createCourse } from "../../state/course.ts";
import { createNotebook, memberOf } from "../../state/notebook.ts";
import { NotMember } from "./not-member.tsx";
import { NotebookView } from "./notebook-view.tsx";

/** The homework as a notebook, for members of the class. */
export function HomeworkPage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  createEffect(() => courses.use(params.course));
  createTitle(() => "Homework");
  return (
    <Show when={memberOf(params.course)} keyed fallback={<NotMember course={params.course} />}>
      {(_member) => <NotebookView notebook={createNotebook(params.course)} />}
    </Show>
  );
}
