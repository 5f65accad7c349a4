import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { MemberView } from "../../../../shared/api/members.ts";
import type { RosterRow } from "../../../../shared/api/roster.ts";
import { Button } from "../../../parts/button.tsx";
import { Problem } from "../../../parts/problem.tsx";
import { holdsWords } from "../../../parts/student-search.ts";
import { createAct } from "../../../state/act.ts";
import { rosterCalls } from "../../../state/calls/roster.ts";
import { describeRow } from "../roster/describe-row.ts";

/** So many rows are offered at once; who types more of the name sees the others. */
const MOST_OFFERED = 8;

/** Whose row of the roster a student is: says it, takes it back. Runs, answers and grades stay the student's in either case. */
export function RowForm(props: {
  course: string;
  person: MemberView;
  roster: readonly RosterRow[];
  onChange: () => Promise<void>;
}) {
  const { act, isActing, failed } = createAct();
  const [typed, setTyped] = createSignal("");
  const id = createUniqueId();
  const bound = () => props.roster.find(({ member }) => member === props.person.id) ?? null;
  const free = () =>
    props.roster.filter((row) => row.member === null && holdsWords(describeRow(row), typed()));
  const bind = async (row: string) => {
    const done = await act(() => rosterCalls.bind(props.course, { row, member: props.person.id }));
    if (done !== null) await props.onChange();
  };
  const unbind = async (row: string) => {
    if ((await act(() => rosterCalls.unbind(props.course, row))) !== null) await props.onChange();
  };
  return (
    <div class="stack row-form">
      <Show
        when={bound()}
        fallback={
          <>
            <label for={id}>
              <span class="field-label">Is on the roster as</span>
              <input
                id={id}
                class="input"
                type="search"
                autocomplete="off"
                placeholder="name, student id or email"
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            </label>
            <Show when={typed().trim() !== ""}>
              <ul class="row-offers" aria-live="polite">
                <For
                  each={free().slice(0, MOST_OFFERED)}
                  fallback={<li class="muted">No free row has that.</li>}
                >
                  {(row) => (
                    <li>
                      <Button kind="quiet" disabled={isActing()} onClick={() => bind(row.id)}>
                        {describeRow(row)}
                      </Button>
                    </li>
                  )}
                </For>
                <Show when={free().length > MOST_OFFERED}>
                  <li class="muted">{free().length - MOST_OFFERED} more: type more of it.</li>
                </Show>
              </ul>
            </Show>
          </>
        }
      >
        {(row) => (
          <p>
            On the roster as {describeRow(row())}.{" "}
            <Button kind="quiet" disabled={isActing()} onClick={() => unbind(row().id)}>
              That is someone else
            </Button>
          </p>
        )}
      </Show>
      <Problem words={failed()} />
    </div>
  );
}
