import { createSignal, Show } from "solid-js";
import type { MemberView } from "../../../shared/api/members.ts";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { HelpBack } from "./help-back.tsx";
import { StudentTable } from "./student-table.tsx";

/** The students of a course, found by pseudonym, and helped back in. */
export function StudentsSection(props: {
  course: string;
  title: string;
  students: readonly MemberView[];
  mayHelp: boolean;
  onChange: () => Promise<void>;
}) {
  const [typed, setTyped] = createSignal("");
  const [helpedId, setHelpedId] = createSignal<string | null>(null);
  const helped = () => props.students.find(({ id }) => id === helpedId()) ?? null;
  const found = () =>
    props.students.filter(({ pseudonym }) => pseudonym.includes(typed().trim().toLowerCase()));
  return (
    <section class="stack" aria-labelledby="students">
      <h2 id="students">{plural(props.students.length, "student")}</h2>
      <Show when={props.mayHelp}>
        <p class="muted">
          Who lost the browser or the recovery code gets a new code here, and is then the same member as
          before.
        </p>
      </Show>
      <Show when={helped()} keyed>
        {(person) => (
          <HelpBack
            course={props.course}
            title={props.title}
            person={person}
            onSignedOut={props.onChange}
            onDone={() => setHelpedId(null)}
          />
        )}
      </Show>
      <label class="people-find">
        <span class="field-label">Find a pseudonym</span>
        <input
          class="input"
          type="search"
          autocomplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p class="muted" aria-live="polite">
        {typed().trim() === "" ? "\u00a0" : `${formatNumber(found().length)} found`}
      </p>
      <StudentTable students={found()} mayHelp={props.mayHelp} onHelp={({ id }) => setHelpedId(id)} />
    </section>
  );
}
