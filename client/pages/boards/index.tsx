import { useParams } from "@solidjs/router";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import { can } from "../../../shared/access/can.ts";
import type { BoardView } from "../../../shared/api/boards.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { builtInRule } from "../../../shared/boards/built-in.ts";
import type { BoardRule, BoardState } from "../../../shared/boards/rule.ts";
import { MAX_BOARDS } from "../../../shared/limits.ts";
import { ClassNav } from "../../parts/class-nav.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { boardCalls } from "../../state/calls/boards.ts";
import { createCourse } from "../../state/course.ts";
import { createSpecs } from "../../state/specs.ts";
import { AddBoard } from "./add-board.tsx";
import { BoardItem } from "./board-item.tsx";
import { RuleEditor } from "./rule-editor.tsx";

/** What is being edited: a board by its id, or a new one out of a rule. */
type Editing =
  | { readonly kind: "board"; readonly id: string }
  | { readonly kind: "new"; readonly from: BoardRule };

/** The boards of a course by their rules; for its staff. */
export function BoardsPage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  const specs = createSpecs();
  const { act, isActing, failed } = createAct();
  const [answer, again] = createAnswer(() => params.course, boardCalls.list);
  const [editing, setEditing] = createSignal<Editing | null>(null);
  const [said, setSaid] = createSignal<string | null>(null);
  const membership = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership ?? null;
  const role = () => membership()?.member.role ?? "student";
  const mayChange = () => can(role(), "changeBoards");
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const editedId = () => {
    const now = editing();
    return now?.kind === "board" ? now.id : null;
  };
  const newFrom = () => {
    const now = editing();
    return now?.kind === "new" ? now.from : null;
  };
  createEffect(() => courses.use(params.course));
  createTitle(() => "Boards of the class");

  const edit = (next: Editing | null) => {
    setSaid(null);
    setEditing(next);
  };
  const done = async (words: string) => {
    setEditing(null);
    await again();
    setSaid(words);
  };
  const changeState = async ({ rule, revision }: BoardView, state: BoardState) => {
    setSaid(null);
    const put = await act(() => boardCalls.put(params.course, { base: revision, rule: { ...rule, state } }));
    await again();
    if (put !== null) setSaid(`${rule.title} is ${STATES[state.kind]} now.`);
  };
  const remove = async ({ rule }: BoardView) => {
    setSaid(null);
    const gone = await act(() => boardCalls.remove(params.course, rule.id));
    await again();
    if (gone !== null) setSaid(`${rule.title} is deleted; its runs stay.`);
  };
  const editor = (rule: () => BoardRule, revision: () => number | null) => (
    <RuleEditor
      course={params.course}
      zone={list()?.zone ?? "UTC"}
      rule={rule()}
      revision={revision()}
      taken={(list()?.boards ?? []).map((board) => board.rule.id)}
      specs={specs()?.specs ?? []}
      onSaved={({ title }) => void done(`${title} is saved; the runs that are there were judged by it.`)}
      onOvertaken={again}
      onDone={() => edit(null)}
    />
  );

  return (
    <div class="boards-page stack">
      <ClassNav course={params.course} role={role()} />
      <div class="stack">
        <h1>Boards of {membership()?.title ?? params.course}</h1>
        <p class="lede">
          A board is a rule: what is ranked, on which data, within which limits. A change judges every run
          that is there anew, and is in the course’s log.
        </p>
      </div>
      <Switch fallback={<StatusLine live>Loading the boards.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer
              failure={why()}
              onAgain={again}
              refused="Boards are changed by the course’s staff"
            />
          )}
        </Match>
        <Match when={list()}>
          {(now) => (
            <>
              <div role="status" class="boards-said">
                <Show when={said()}>{(words) => <StatusLine tone="good">{words()}</StatusLine>}</Show>
              </div>
              <Problem words={failed()} />
              <Show
                when={now().boards.length > 0}
                fallback={
                  <EmptyState title="The course has no board">
                    Runs are kept and verified all the same; a board that is added ranks those that are there.
                  </EmptyState>
                }
              >
                <ol class="board-list">
                  <For each={now().boards.map(({ rule }) => rule.id)}>
                    {(id) => {
                      const view = () => now().boards.find(({ rule }) => rule.id === id);
                      return (
                        <li class="stack">
                          <Show when={view()}>
                            {(shown) => (
                              <>
                                <BoardItem
                                  course={params.course}
                                  zone={now().zone}
                                  view={shown()}
                                  mayChange={mayChange()}
                                  isActing={isActing()}
                                  onEdit={() => edit({ kind: "board", id })}
                                  onState={(state) => void changeState(shown(), state)}
                                  onDelete={() => void remove(shown())}
                                />
                                {/* Not anew where the rule is read again: what was typed stays. */}
                                <Show when={editedId() === id}>
                                  {editor(
                                    () => shown().rule,
                                    () => shown().revision,
                                  )}
                                </Show>
                              </>
                            )}
                          </Show>
                        </li>
                      );
                    }}
                  </For>
                </ol>
              </Show>
              <Show when={mayChange()}>
                <section class="stack" aria-labelledby="add">
                  <h2 id="add">Add a board</h2>
                  <Show
                    when={newFrom()}
                    keyed
                    fallback={
                      <AddBoard
                        rules={[
                          ...now().boards.map(({ rule }) => rule),
                          ...BUILT_IN_PROBLEMS.map(builtInRule),
                        ]}
                        isFull={now().boards.length >= MAX_BOARDS}
                        onAdd={(from) => edit({ kind: "new", from })}
                      />
                    }
                  >
                    {(from) =>
                      editor(
                        () => from,
                        () => null,
                      )
                    }
                  </Show>
                </section>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

const STATES: Readonly<Record<BoardState["kind"], string>> = {
  open: "open",
  frozen: "frozen",
  hidden: "hidden from students",
};
