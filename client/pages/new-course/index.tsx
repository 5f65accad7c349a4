import { createSignal, Show } from "solid-js";
import type { CreatedCourse } from "../../../shared/api/courses.ts";
import { createTitle } from "../../parts/title.ts";
import { CourseForm } from "./course-form.tsx";
import { CourseMade } from "./course-made.tsx";

/** An instructor's first page: makes a course, and says once how to come back to it. */
export function NewCoursePage() {
  const [made, setMade] = createSignal<CreatedCourse | null>(null);
  createTitle(() => "Make a course");
  return (
    <div class="narrow stack">
      <Show when={made()} fallback={<CourseForm onMade={setMade} />} keyed>
        {(course) => <CourseMade course={course} />}
      </Show>
    </div>
  );
}
