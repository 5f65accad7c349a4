import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { MemberView } from "../../../shared/api/members.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Field } from "../../parts/field.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { callStudent, findStudents } from "../../parts/student-search.ts";
import { TypedPseudonym } from "../../parts/typed-pseudonym.tsx";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { recordsCalls } from "../../state/calls/records.ts";

const MOST_FOUND = 8;

/** Erases a student whom the law or the student wants gone; for owners. */
export function EraseSection(props: { course: string }) {
  const { act, isActing, failed } = createAct();
  const [answer, again] = createAnswer(() => props.course, api.members);
  const [typed, setTyped] = createSignal("");
  const [chosen, setChosen] = createSignal<MemberView | null>(null);
  const [isErased, setErased] = createSignal(false);
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.members : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const found = () => findStudents(list() ?? [], typed(), MOST_FOUND);
  const choose = (student: MemberView) => {
    setErased(false);
    setChosen(student);
  };
  const erase = async (student: MemberView, pseudonym: string) => {
    if ((await act(() => recordsCalls.erase(props.course, student.id, pseudonym))) === null) return;
    setChosen(null);
    setTyped("");
    setErased(true);
    await again();
  };
  return (
    <section class="stack" aria-labelledby="erase">
      <h2 id="erase">Erase a student</h2>
      <p class="muted">
        At once, the student is gone from every list, board and page, off the roster, and without a way in;
        run links lead nowhere. Within a day, a nightly job deletes runs, answers and what was handed in. It
        cannot be undone, and a restored backup brings nobody back. The log keeps that someone was erased, and
        not who. Delete the student from files that you saved before, too.
      </p>
      <Switch fallback={<StatusLine live>Loading the students.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="Students are erased by an owner" />
          )}
        </Match>
        <Match when={chosen()} keyed>
          {(student) => (
            <div class="erase-chosen stack">
              <h3>Erase {callStudent(student)}</h3>
              <TypedPseudonym
                pseudonym={student.pseudonym}
                action={`Erase ${student.pseudonym} for good`}
                cancel="Keep the student"
                isActing={isActing()}
                failed={failed()}
                onTyped={(pseudonym) => erase(student, pseudonym)}
                onCancel={() => setChosen(null)}
              />
            </div>
          )}
        </Match>
        <Match when={list()}>
          <div class="people-find">
            <Field label="Find a student by name or pseudonym">
              {(control) => (
                <input
                  {...control()}
                  type="search"
                  autocomplete="off"
                  value={typed()}
                  onInput={(event) => setTyped(event.currentTarget.value)}
                />
              )}
            </Field>
          </div>
          <ul class="erase-found" aria-label="Students found">
            <For each={found()}>
              {(student) => (
                <li>
                  <Button onClick={() => choose(student)}>{callStudent(student)}</Button>
                </li>
              )}
            </For>
          </ul>
          <Show when={typed().trim() !== "" && found().length === 0}>
            <StatusLine tone="muted" live>
              No student has this name or pseudonym.
            </StatusLine>
          </Show>
        </Match>
      </Switch>
      <Show when={isErased()}>
        <StatusLine tone="good" live>
          Erased. What is left of runs and answers is deleted in the coming night.
        </StatusLine>
      </Show>
    </section>
  );
}
