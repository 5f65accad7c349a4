import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { type Capability, can } from "../../shared/access/can.ts";
import type { Role } from "../../shared/api/courses.ts";

type ClassPage = { readonly path: string; readonly label: string; readonly needs: Capability };

/** The pages of a course's staff: how it goes, then in the order of a term who comes, what is asked, what it is worth. */
const PAGES: readonly ClassPage[] = [
  { path: "teach", label: "Class", needs: "seeEveryone" },
  { path: "people", label: "People", needs: "seeEveryone" },
  { path: "homework", label: "Homework", needs: "seeEveryone" },
  { path: "boards", label: "Boards", needs: "seeEveryone" },
  { path: "grades", label: "Grades", needs: "grade" },
  { path: "flags", label: "Flags", needs: "seeFlags" },
  { path: "records", label: "Records", needs: "exportCourse" },
];

/** The way from one page of the staff to the others; each role sees those that are for it. */
export function ClassNav(props: { course: string; role: Role }) {
  return (
    <nav class="class-nav not-printed" aria-label="Class">
      <For each={PAGES}>
        {({ path, label, needs }) => (
          <Show when={can(props.role, needs)}>
            <A href={`/c/${props.course}/${path}`}>{label}</A>
          </Show>
        )}
      </For>
    </nav>
  );
}
