import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import type { ClassPart } from "../../../../shared/api/class.ts";
import type { Here } from "../../../../shared/api/live.ts";
import { Button } from "../../../parts/button.tsx";
import { createHold } from "../../../parts/create-hold.ts";
import { plural } from "../../../parts/numbers.ts";
import { countMoved, type Filter, filterStudents, NO_FILTER, type Sorting, sortStudents } from "../order.ts";
import type { Student } from "../students.ts";
import { FilterFields } from "./filter-fields.tsx";
import { Matrix } from "./matrix.tsx";

/**
 * The matrix with its filters. States change in their place at once; who stands where changes only at the reader's wish, or while no hand
 * is on it.
 */
export function MatrixSection(props: {
  students: readonly Student[];
  parts: readonly ClassPart[];
  here: ReadonlyMap<string, Here>;
  stuck: ReadonlySet<string>;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onStudent: (id: string) => void;
}) {
  const hold = createHold();
  const [sorting, setSorting] = createSignal<Sorting>("name");
  const fresh = createMemo(() => {
    const { students, parts, here, stuck, filter } = props;
    const found = filterStudents(students, { filter, parts, here, stuck });
    return sortStudents(found, { sorting: sorting(), parts }).map(({ id }) => id);
  });
  const [order, setOrder] = createSignal<readonly string[]>(fresh());
  createEffect(
    on([() => props.filter, sorting], () => {
      setOrder(fresh());
    }),
  );
  createEffect(() => {
    const next = fresh();
    if (!hold.held()) setOrder(next);
  });
  const byId = createMemo(() => new Map(props.students.map((student) => [student.id, student])));
  const rows = createMemo(() => order().flatMap((id) => byId().get(id) ?? []));
  const moved = createMemo(() => countMoved(order(), fresh()));
  const sections = createMemo(() =>
    [...new Set(props.students.map(({ section }) => section).filter((section) => section !== ""))].toSorted(),
  );
  return (
    <section class="stack" aria-labelledby="progress">
      <div class="teach-panel-head">
        <h2 id="progress" tabindex="-1">
          Progress
        </h2>
        <Show when={moved() > 0}>
          <Button class="pill" kind="primary" onClick={() => setOrder(fresh())}>
            {plural(moved(), "student")} would move
          </Button>
        </Show>
      </div>
      <FilterFields
        filter={props.filter}
        sorting={sorting()}
        sections={sections()}
        parts={props.parts.map(({ id }) => id)}
        onFilter={(change) => props.onFilter({ ...props.filter, ...change })}
        onSorting={setSorting}
      />
      <div class="row">
        <p class="muted" aria-live="polite">
          {plural(rows().length, "student")} of {props.students.length.toLocaleString("en")}. Enter or a click
          opens one.
        </p>
        <Show when={JSON.stringify(props.filter) !== JSON.stringify(NO_FILTER)}>
          <Button kind="quiet" onClick={() => props.onFilter(NO_FILTER)}>
            Show everyone
          </Button>
        </Show>
      </div>
      <div {...hold.pointer} {...hold.focus}>
        <Matrix
          students={rows()}
          parts={props.parts}
          here={props.here}
          stuck={props.stuck}
          onStudent={props.onStudent}
        />
      </div>
    </section>
  );
}
