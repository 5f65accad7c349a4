import { createMemo, createSignal, For, Show } from "solid-js";
import type { MemberView } from "../../../../shared/api/members.ts";
import type { RosterRow } from "../../../../shared/api/roster.ts";
import { formatNumber, plural } from "../../../parts/numbers.ts";
import { Pager } from "../../../parts/pager.tsx";
import { listSections } from "../../../parts/student-search.ts";
import { chooseStudents } from "./choose-students.ts";
import { StudentPanel } from "./student-panel.tsx";
import { StudentTable } from "./student-table.tsx";

const STUDENTS_A_PAGE = 50;

/** The students of a course: found by name, pseudonym or section, and opened one at a time. */
export function StudentsSection(props: {
  course: string;
  title: string;
  students: readonly MemberView[];
  roster: readonly RosterRow[];
  mayHelp: boolean;
  mayChangeRoster: boolean;
  onChange: () => Promise<void>;
}) {
  const [typed, setTyped] = createSignal("");
  const [section, setSection] = createSignal("");
  const [page, setPage] = createSignal(0);
  const [openedId, setOpenedId] = createSignal<string | null>(null);
  const opened = () => props.students.find(({ id }) => id === openedId()) ?? null;
  const sections = createMemo(() => listSections(props.students));
  const chosen = createMemo(() => chooseStudents(props.students, { typed: typed(), section: section() }));
  const isNarrowed = () => typed().trim() !== "" || section() !== "";
  const narrow = (change: () => void) => {
    change();
    setPage(0);
  };
  return (
    <section class="stack" aria-labelledby="students">
      <h2 id="students">{plural(props.students.length, "student")}</h2>
      <Show
        when={props.students.length > 0}
        fallback={
          <p class="muted">
            Nobody has joined yet. Show the class the join code, or send its link: both are under Joining.
          </p>
        }
      >
        <Show when={opened()?.id} keyed>
          <Show when={opened()}>
            {(person) => <StudentPanel {...props} person={person()} onDone={() => setOpenedId(null)} />}
          </Show>
        </Show>
        <div class="people-find">
          <label>
            <span class="field-label">Find a name or pseudonym</span>
            <input
              class="input"
              type="search"
              autocomplete="off"
              onInput={(event) => narrow(() => setTyped(event.currentTarget.value))}
            />
          </label>
          <Show when={sections().length > 0}>
            <label>
              <span class="field-label">Section</span>
              <select class="input" onChange={(event) => narrow(() => setSection(event.currentTarget.value))}>
                <option value="">any section</option>
                <For each={sections()}>{(one) => <option value={one}>{one}</option>}</For>
              </select>
            </label>
          </Show>
        </div>
        <p class="muted" aria-live="polite">
          {isNarrowed() ? `${formatNumber(chosen().length)} found` : "\u00a0"}
        </p>
        <StudentTable
          students={chosen().slice(page() * STUDENTS_A_PAGE, (page() + 1) * STUDENTS_A_PAGE)}
          hasNames={props.students.some(({ name }) => name !== "")}
          hasSections={sections().length > 0}
          mayOpen={props.mayHelp}
          onOpen={({ id }) => setOpenedId(id)}
        />
        <Pager
          name="students"
          count={chosen().length}
          size={STUDENTS_A_PAGE}
          page={page()}
          onPage={setPage}
        />
      </Show>
    </section>
  );
}
