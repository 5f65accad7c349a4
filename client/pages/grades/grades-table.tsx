import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { Gradebook } from "../../../shared/api/grading/gradebook.ts";
import { formatPoints } from "../../parts/points.ts";
import { Table } from "../../parts/table.tsx";
import type { Sorting, SortKey } from "./choose-rows.ts";
import type { Row } from "./rows.ts";
import { STATE_NAMES } from "./words.ts";

/** Students by parts: each cell leads to the desk of that part and student, each name to all parts of the student. */
export function GradesTable(props: {
  course: string;
  book: Gradebook;
  rows: readonly Row[];
  sorting: Sorting;
  onSort: (by: SortKey) => void;
}) {
  const hasSections = () => props.rows.some(({ who }) => (who?.section ?? "") !== "");
  return (
    <div class="grades-table">
      <Table caption="Grades by student and part" captionHidden>
        <thead>
          <tr>
            <Head by="student" {...props}>
              student
            </Head>
            <Show when={hasSections()}>
              <th scope="col">section</th>
            </Show>
            <For each={props.book.parts}>
              {({ id, points }, p) => (
                <Head by={p()} isNumber {...props} title={`${id}, of ${formatPoints(points)}`}>
                  {id}
                </Head>
              )}
            </For>
            <Head by="earned" isNumber {...props}>
              earned
            </Head>
            <Head by="days" isNumber {...props}>
              late
            </Head>
            <Head by="total" isNumber {...props}>
              total of {formatPoints(props.book.points)}
            </Head>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <A href={`/c/${props.course}/grades/students/${row.handle}`}>{row.call}</A>
                  <Show when={row.requests > 0}>
                    {" "}
                    <span class="grades-asks">asks again</span>
                  </Show>
                </th>
                <Show when={hasSections()}>
                  <td>{row.who?.section}</td>
                </Show>
                <For each={props.book.parts}>
                  {({ id }, p) => (
                    <td data-number>
                      <A
                        class="grades-cell"
                        data-state={row.states[p()]}
                        aria-label={sayCell(row, p(), id)}
                        href={`/c/${props.course}/grades/parts/${id}?who=everyone&student=${row.handle}`}
                      >
                        {showCell(row, p())}
                      </A>
                    </td>
                  )}
                </For>
                <td data-number>{showPoints(row.earned)}</td>
                <td data-number>{showLate(row)}</td>
                <td data-number>
                  <b>{showPoints(row.total)}</b>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </div>
  );
}

function Head(props: {
  by: SortKey;
  isNumber?: boolean;
  title?: string;
  sorting: Sorting;
  onSort: (by: SortKey) => void;
  children: JSX.Element;
}) {
  const direction = () => {
    if (props.sorting.by !== props.by || (props.by === "student" && !props.sorting.down)) return undefined;
    return props.sorting.down ? "descending" : "ascending";
  };
  return (
    <th scope="col" data-number={props.isNumber ? "" : undefined} aria-sort={direction()} title={props.title}>
      <button class="sort" type="button" onClick={() => props.onSort(props.by)}>
        {props.children}
      </button>
    </th>
  );
}

function showCell({ states, scores, proposals }: Row, p: number): string {
  switch (states[p]) {
    case "graded":
      return showPoints(scores[p] ?? null);
    case "outdated":
      return `${showPoints(scores[p] ?? null)}*`;
    case "proposed":
      return `(${showPoints(proposals[p] ?? null)})`;
    default:
      return "–";
  }
}

function sayCell(row: Row, p: number, part: string): string {
  const points = row.scores[p] ?? row.proposals[p] ?? null;
  return `${part} of ${row.call}: ${points === null ? "" : `${formatPoints(points)}, `}${STATE_NAMES[row.states[p] ?? "ungraded"]}`;
}

function showPoints(points: number | null): string {
  return points === null ? "" : formatPoints(points);
}

/** `2 d, −20 %`; a penalty that someone set is marked. */
function showLate({ days, percent, overridden, submission }: Row): string {
  if (submission === null) return "nothing handed in";
  const off = percent === 0 ? "" : `−${formatPoints(percent)}\u00a0%`;
  const set = overridden ? " set" : "";
  if (days === 0) return `${off}${off === "" && !overridden ? "" : set}`;
  return `${days} d${off === "" ? "" : `, ${off}`}${set}`;
}
