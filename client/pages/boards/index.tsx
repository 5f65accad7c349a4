import { useParams } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { builtInRule } from "../../../shared/boards/built-in.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";
import { MAX_BOARDS } from "../../../shared/limits.ts";
import { ClassNav } from "../../parts/class-nav.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { answerOf, failureOf } from "../../state/api-answer.ts";
import { createMembership } from "../../state/membership.ts";
import { createSpecs } from "../../state/specs.ts";
import { AddBoard } from "./add-board.tsx";
import { BoardItem, headingOf } from "./board-item.tsx";
import { createBoards } from "./create-boards.ts";
import { RuleEditor } from "./rule-editor.tsx";

/** The boards of a course by their rules; for its staff. */
export function BoardsPage() {
  const params = useParams<{ course: string }>();
  const specs = createSpecs();
  const boards = createBoards(() => params.course);
  const { title, role, may } = createMembership(() => params.course);
  const mayChange = () => may("changeBoards");
  const list = () => answerOf(boards.answer());
  const failure = () => failureOf(boards.answer());
  createTitle(() => "Boards of the class");

  /** The form had the focus; it goes to what the form was of. */
  const refocus = (id: string | null) =>
    document.getElementById(id === null ? "add" : headingOf(id))?.focus();
  const editor = (id: string | null, rule: () => BoardRule, revision: () => number | null) => (
    <RuleEditor
      course={params.course}
      zone={list()?.zone ?? "UTC"}
      rule={rule()}
      revision={revision()}
      taken={(list()?.boards ?? []).map((board) => board.rule.id)}
      specs={specs()?.specs ?? []}
      onSaved={async (rule) => {
        await boards.saved(id, rule.id);
        refocus(rule.id);
      }}
      onOvertaken={boards.refresh}
      onDone={() => {
        boards.close(id);
        refocus(id);
      }}
    />
  );

  return (
    <div class="boards-page stack">
      <ClassNav course={params.course} role={role()} />
      <div class="stack">
        <h1>Boards of {title()}</h1>
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
              onAgain={boards.again}
              refused="Boards are changed by the course’s staff"
            />
          )}
        </Match>
        <Match when={list()}>
          {(now) => (
            <>
              <Said words={boards.saidAt(null)} />
              <Problem words={boards.failed()} />
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
                                  isActing={boards.isActing()}
                                  isEditing={boards.isEditing(id)}
                                  onEdit={() => boards.edit(id)}
                                  onState={(state) => void boards.changeState(shown(), state)}
                                  onDelete={() => void boards.remove(shown())}
                                />
                                <Said words={boards.saidAt(id)} />
                                {/* Not anew where the rule is read again: what was typed stays. */}
                                <Show when={boards.isEditing(id)}>
                                  {editor(
                                    id,
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
                  <h2 id="add" tabindex="-1">
                    Add a board
                  </h2>
                  <Show
                    when={boards.newFrom()}
                    keyed
                    fallback={
                      <AddBoard
                        rules={[
                          ...now().boards.map(({ rule }) => rule),
                          ...BUILT_IN_PROBLEMS.map(builtInRule),
                        ]}
                        isFull={now().boards.length >= MAX_BOARDS}
                        onAdd={(from) => boards.begin(from)}
                      />
                    }
                  >
                    {(from) =>
                      editor(
                        null,
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

function Said(props: { words: string | null }) {
  return (
    <div role="status" class="boards-said">
      <Show when={props.words}>{(words) => <StatusLine tone="good">{words()}</StatusLine>}</Show>
    </div>
  );
}
