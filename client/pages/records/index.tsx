import { useParams } from "@solidjs/router";
import { createEffect, Show } from "solid-js";
import { type Capability, can } from "../../../shared/access/can.ts";
import { ClassNav } from "../../parts/class-nav.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { createTitle } from "../../parts/title.ts";
import { createCourse } from "../../state/course.ts";
import { LogSection } from "./log-section.tsx";

/** What a course holds and has written down; for who answers for it. */
export function RecordsPage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  const membership = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership ?? null;
  const role = () => membership()?.member.role ?? "student";
  const may = (capability: Capability) => can(role(), capability);
  createEffect(() => courses.use(params.course));
  createTitle(() => "Records of the class");

  return (
    <div class="records stack">
      <ClassNav course={params.course} role={role()} />
      <Show
        when={may("seeAudit")}
        fallback={
          <EmptyState level={1} tone="failed" title="The records are for the course’s instructors">
            What the course holds of you stands under your own pseudonym, at the top of every page.
          </EmptyState>
        }
      >
        <h1>Records of {membership()?.title ?? params.course}</h1>
        <LogSection course={params.course} />
      </Show>
    </div>
  );
}
