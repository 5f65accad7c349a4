import { useParams } from "@solidjs/router";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import type { MemberView } from "../../../shared/api/members.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { createTitle } from "../../parts/title.ts";
import { When } from "../../parts/when.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { createCourse } from "../../state/course.ts";
import { HelpBack } from "./help-back.tsx";

/** Who is in the course; for its instructors, who help a student back in or sign one out. */
export function PeoplePage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => params.course, api.members);
  const [typed, setTyped] = createSignal("");
  const [helpedId, setHelpedId] = createSignal<string | null>(null);
  const title = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership.title ?? params.course;
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.members : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const students = () => (list() ?? []).filter(({ role }) => role === "student").length;
  const helped = () => list()?.find(({ id }) => id === helpedId()) ?? null;
  const found = () =>
    (list() ?? []).filter(({ pseudonym }) => pseudonym.includes(typed().trim().toLowerCase()));
  createEffect(() => courses.use(params.course));
  createTitle(() => "People");

  return (
    <div class="stack">
      <h1>People in {title()}</h1>
      <Switch fallback={<StatusLine live>Loading the people.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer
              failure={why()}
              onAgain={again}
              refused="The people are for the course’s instructors"
            />
          )}
        </Match>
        <Match when={list()}>
          <p class="muted">
            {plural(students(), "student")} joined. A student who lost the browser or the recovery code gets a
            new code here, and is then the same member as before.
          </p>
          <Show when={helped()} keyed>
            {(person) => (
              <HelpBack
                course={params.course}
                title={title()}
                person={person}
                onSignedOut={again}
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
          <PeopleTable people={found()} onHelp={({ id }) => setHelpedId(id)} />
        </Match>
      </Switch>
    </div>
  );
}

function PeopleTable(props: { people: readonly MemberView[]; onHelp: (person: MemberView) => void }) {
  return (
    <Table caption="People in the course" captionHidden>
      <thead>
        <tr>
          <th scope="col">pseudonym</th>
          <th scope="col">
            <span class="unseen">help</span>
          </th>
          <th scope="col">role</th>
          <th scope="col">joined</th>
          <th scope="col">last here</th>
          <th scope="col" data-number="">
            browsers
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.people}>
          {(person) => (
            <tr>
              <th scope="row">{person.pseudonym}</th>
              <td>
                <Show when={person.role === "student"}>
                  <Button
                    kind="quiet"
                    aria-label={`Help ${person.pseudonym} back in, or sign out`}
                    onClick={() => props.onHelp(person)}
                  >
                    Help
                  </Button>
                </Show>
              </td>
              <td>{person.role}</td>
              <td>
                <When at={person.joinedAt} />
              </td>
              <td>
                <Show when={person.seenAt} fallback="signed out">
                  {(at) => <When at={at()} />}
                </Show>
              </td>
              <td data-number="">{person.browsers}</td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
