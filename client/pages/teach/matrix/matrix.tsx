import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  onMount,
  Show,
} from "solid-js";
import type { ClassPart } from "../../../../shared/api/class.ts";
import type { Here } from "../../../../shared/api/live.ts";
import { look } from "../../../state/view.ts";
import { callStudent, type Student } from "../students.ts";
import { buildMatrixColumns, type MatrixCell, sayStudent } from "./columns.ts";
import { type Place, stepBy } from "./steps.ts";
import { scrollToRow, windowOf } from "./window.ts";

const ROW_REM = 1.75;

/**
 * Students by parts, in the order that it is given. Only the rows near the sight are drawn, so that a thousand cost as much as forty. The
 * keyboard moves through the cells as in any grid; the focus stays on the grid, which says which cell is the active one.
 */
export function Matrix(props: {
  students: readonly Student[];
  parts: readonly ClassPart[];
  here: ReadonlyMap<string, Here>;
  stuck: ReadonlySet<string>;
  onStudent: (id: string) => void;
}) {
  const name = createUniqueId();
  let frame: HTMLDivElement | undefined;
  let grid: HTMLTableElement | undefined;
  let head: HTMLTableSectionElement | undefined;
  const [sight, setSight] = createSignal({ top: 0, height: 600, row: 28 });
  const [active, setActive] = createSignal<Place>({ row: 0, column: 0 });
  const columns = createMemo(() =>
    buildMatrixColumns(props.parts, { hasSections: props.students.some(({ section }) => section !== "") }),
  );
  const shown = createMemo(() => windowOf(props.students.length, sight()));
  const rows = createMemo(() => props.students.slice(shown().from, shown().to));
  const place = createMemo(() => new Map(props.students.map(({ id }, i) => [id, i])));
  const problemStarts = createMemo(() => {
    const all = columns().map(({ problem }) => problem);
    return all.map((problem, i) => problem !== all[i - 1]);
  });

  const measure = () => {
    if (frame === undefined) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const height = frame.clientHeight - (head?.offsetHeight ?? 0);
    setSight({ top: frame.scrollTop, height, row: ROW_REM * rem });
  };
  onMount(() => {
    if (frame === undefined) return;
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    onCleanup(() => observer.disconnect());
  });
  createEffect(on(look, measure));
  createEffect(() => {
    const last = Math.max(0, props.students.length - 1);
    if (active().row > last) setActive({ ...active(), row: last });
  });

  const cellId = ({ row, column }: Place) => `${name}-${row}-${column}`;
  const step = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") {
      const student = props.students[active().row];
      if (student === undefined) return;
      event.preventDefault();
      props.onStudent(student.id);
      return;
    }
    const next = stepBy(event, active(), { rows: props.students.length, columns: columns().length + 1 });
    if (next === null || frame === undefined) return;
    event.preventDefault();
    frame.scrollTop = scrollToRow(next.row, sight());
    measure();
    setActive(next);
    const cell = document.getElementById(cellId(next));
    if (next.column === 0) frame.scrollLeft = 0;
    else cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  /** The focus stays on the grid: a row that scrolls away would take it along. */
  const keepFocus = (event: MouseEvent) => {
    event.preventDefault();
    grid?.focus({ preventScroll: true });
  };
  const pick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-student]") : null;
    const id = row?.dataset.student;
    if (id === undefined) return;
    setActive({ row: place().get(id) ?? 0, column: 0 });
    props.onStudent(id);
  };

  return (
    <div
      class="matrix-frame"
      style={{ "--columns": props.parts.length, "--more": columns().length - props.parts.length }}
      ref={frame}
      onScroll={measure}
    >
      <table
        class="matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrow keys move through is a grid
        role="grid"
        tabIndex={0}
        aria-label="Progress of each student by part"
        aria-rowcount={props.students.length + 1}
        aria-activedescendant={props.students.length > 0 ? cellId(active()) : undefined}
        ref={grid}
        onKeyDown={step}
        onMouseDown={keepFocus}
        onClick={pick}
      >
        <colgroup>
          <col class="matrix-name-column" />
          <For each={columns()}>
            {({ problem }) => (
              <col class={problem === undefined ? "matrix-text-column" : "matrix-part-column"} />
            )}
          </For>
        </colgroup>
        <thead ref={head}>
          <tr aria-rowindex={1}>
            <th scope="col">student</th>
            <For each={columns()}>
              {({ title, problem }, i) => (
                <th
                  scope="col"
                  data-kind={problem === undefined ? "text" : "part"}
                  data-start={problemStarts()[i()] ? "" : undefined}
                >
                  {title}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <Space rows={shown().from} columns={columns().length + 1} />
        <tbody>
          <For each={rows().map(({ id }) => id)}>
            {(id) => {
              const at = () => place().get(id) ?? 0;
              const student = createMemo(() => props.students[at()]);
              const isActive = (column: number) =>
                active().row === at() && active().column === column ? "" : undefined;
              return (
                <tr
                  aria-rowindex={at() + 2}
                  data-student={id}
                  data-stuck={props.stuck.has(id) ? "" : undefined}
                >
                  <th
                    scope="row"
                    id={cellId({ row: at(), column: 0 })}
                    data-active={isActive(0)}
                    aria-label={labelOf(student(), props.parts.length, props.stuck.has(id))}
                  >
                    {nameOf(student())}
                  </th>
                  <For each={columns()}>
                    {(column, i) => {
                      const cell = createMemo(() => readCell(column.cell, student(), props.here.get(id)));
                      return (
                        <td
                          id={cellId({ row: at(), column: i() + 1 })}
                          aria-label={cell()?.said}
                          data-kind={column.problem === undefined ? "text" : "part"}
                          data-active={isActive(i() + 1)}
                          data-start={problemStarts()[i()] ? "" : undefined}
                          data-state={stateOf(cell())}
                          data-here={isHere(cell()) ? "" : undefined}
                        >
                          {textOf(cell())}
                        </td>
                      );
                    }}
                  </For>
                </tr>
              );
            }}
          </For>
        </tbody>
        <Space rows={props.students.length - shown().to} columns={columns().length + 1} />
      </table>
    </div>
  );
}

/** The room of rows that are not drawn. */
function Space(props: { rows: number; columns: number }) {
  return (
    <Show when={props.rows > 0}>
      <tbody aria-hidden="true">
        <tr style={{ height: `${props.rows * ROW_REM}rem` }}>
          <td colspan={props.columns} />
        </tr>
      </tbody>
    </Show>
  );
}

function readCell(
  read: (student: Student, here: Here | undefined) => MatrixCell,
  student: Student | undefined,
  here: Here | undefined,
): MatrixCell | null {
  return student === undefined ? null : read(student, here);
}

function labelOf(student: Student | undefined, parts: number, isStuck: boolean): string {
  return student === undefined ? "" : `${sayStudent(student, parts)}${isStuck ? ", needs help" : ""}`;
}

function nameOf(student: Student | undefined): string {
  return student === undefined ? "" : callStudent(student);
}

function stateOf(cell: MatrixCell | null): string | undefined {
  return cell?.kind === "state" ? cell.state : undefined;
}

function isHere(cell: MatrixCell | null): boolean {
  return cell?.kind === "state" && cell.isHere;
}

function textOf(cell: MatrixCell | null): string {
  return cell?.kind === "text" ? cell.text : "";
}
