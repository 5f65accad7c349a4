import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Gradebook } from "../../../shared/api/grading/gradebook.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Field } from "../../parts/field.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { Pager } from "../../parts/pager.tsx";
import { chooseRows, listSections, nextSorting, SHOWN, type Sorting } from "./choose-rows.ts";
import { GradesTable } from "./grades-table.tsx";
import type { Row } from "./rows.ts";
import { SectionField } from "./section-field.tsx";
import { SHOWN_NAMES } from "./words.ts";

/** A page of the table is built at once, however large the class is. */
const ROWS_A_PAGE = 50;

/** Every student with every part, to be sorted and narrowed; the address keeps what is shown. */
export function StudentsSection(props: { course: string; book: Gradebook; rows: readonly Row[] }) {
  const [search, setSearch] = useSearchParams<{ only?: string; section?: string }>();
  const [typed, setTyped] = createSignal("");
  const [sorting, setSorting] = createSignal<Sorting>({ by: "student", down: false });
  const [page, setPage] = createSignal(0);
  const shown = () => SHOWN.find((name) => name === search.only) ?? "all";
  const section = () => search.section ?? null;
  const sections = createMemo(() => listSections(props.rows));
  const chosen = createMemo(() =>
    chooseRows(props.rows, { shown: shown(), section: section(), typed: typed() }, sorting()),
  );
  const onPage = createMemo(() => chosen().slice(page() * ROWS_A_PAGE, (page() + 1) * ROWS_A_PAGE));
  const narrow = (to: { only?: string | undefined; section?: string | undefined }) => {
    setPage(0);
    setSearch(to, { replace: true, scroll: false });
  };
  return (
    <section class="stack" aria-labelledby="students">
      <h2 id="students">Student by student</h2>
      <div class="grades-filter">
        <Field label="Show">
          {(control) => (
            <select
              {...control()}
              onChange={(event) => narrow({ only: SHOWN[event.currentTarget.selectedIndex] })}
            >
              <For each={SHOWN}>
                {(name) => (
                  <option value={name} selected={name === shown()}>
                    {SHOWN_NAMES[name]}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <SectionField
          sections={sections()}
          chosen={section()}
          onChoose={(name) => narrow({ section: name })}
        />
        <Field label={props.book.hidden ? "Find a student" : "Find a name or pseudonym"}>
          {(control) => (
            <input
              {...control()}
              type="search"
              autocomplete="off"
              value={typed()}
              onInput={(event) => {
                setPage(0);
                setTyped(event.currentTarget.value);
              }}
            />
          )}
        </Field>
      </div>
      <Show when={props.book.hidden}>
        <p class="muted">
          Names are hidden until the grades are released. Students stand here under a random name that is used
          nowhere else.
        </p>
      </Show>
      <p aria-live="polite">
        {formatNumber(chosen().length)} of {formatNumber(props.rows.length)} shown
      </p>
      <Show
        when={chosen().length > 0}
        fallback={
          <EmptyState title="Nobody here">
            No student of the course is {shown() === "all" ? "called so" : `“${SHOWN_NAMES[shown()]}”`}.
          </EmptyState>
        }
      >
        <GradesTable
          course={props.course}
          book={props.book}
          rows={onPage()}
          sorting={sorting()}
          onSort={(by) => {
            setPage(0);
            setSorting(nextSorting(sorting(), by));
          }}
        />
        <Pager name="students" count={chosen().length} size={ROWS_A_PAGE} page={page()} onPage={setPage} />
        <p class="muted grades-legend">
          <b>5</b> graded, <b class="grade-outdated">5*</b> graded on an earlier submission,{" "}
          <i class="grade-proposed">(5)</i> proposed by the lab, – not graded
        </p>
      </Show>
    </section>
  );
}
