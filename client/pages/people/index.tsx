import { useParams } from "@solidjs/router";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import { type Capability, can } from "../../../shared/access/can.ts";
import type { MemberView } from "../../../shared/api/members.ts";
import { Button } from "../../parts/button.tsx";
import { ClassNav } from "../../parts/class-nav.tsx";
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
import { JoiningSection } from "./joining-section.tsx";
import { StaffSection } from "./staff-section.tsx";

/** Who is in the course and how they came in; for its staff. */
export function PeoplePage() {
  const params = useParams<{ course: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => params.course, api.members);
  const [typed, setTyped] = createSignal("");
  const [helpedId, setHelpedId] = createSignal<string | null>(null);
  const membership = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership ?? null;
  const title = () => membership()?.title ?? params.course;
  const role = () => membership()?.member.role ?? "student";
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.members : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const students = () => (list() ?? []).filter(({ role }) => role === "student");
  const staff = () => (list() ?? []).filter(({ role }) => role !== "student");
  const may = (capability: Capability) => can(role(), capability);
  const helped = () => list()?.find(({ id }) => id === helpedId()) ?? null;
  const found = () => students().filter(({ pseudonym }) => pseudonym.includes(typed().trim().toLowerCase()));
  createEffect(() => courses.use(params.course));
  createTitle(() => "People");

  return (
    <div class="people stack">
      <ClassNav course={params.course} role={role()} />
      <h1>People in {title()}</h1>
      <Switch fallback={<StatusLine live>Loading the people.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="The people are for the course’s staff" />
          )}
        </Match>
        <Match when={list()}>
          <JoiningSection course={params.course} mayChange={may("changeJoining")} />
          <StaffSection
            course={params.course}
            staff={staff()}
            mayManage={may("manageStaff")}
            onChange={again}
          />
          <section class="stack" aria-labelledby="students">
            <h2 id="students">{plural(students().length, "student")}</h2>
            <Show when={may("helpStudents")}>
              <p class="muted">
                Who lost the browser or the recovery code gets a new code here, and is then the same member as
                before.
              </p>
            </Show>
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
            <StudentTable
              students={found()}
              mayHelp={may("helpStudents")}
              onHelp={({ id }) => setHelpedId(id)}
            />
          </section>
        </Match>
      </Switch>
    </div>
  );
}

function StudentTable(props: {
  students: readonly MemberView[];
  mayHelp: boolean;
  onHelp: (person: MemberView) => void;
}) {
  return (
    <Table caption="Students of the course" captionHidden>
      <thead>
        <tr>
          <th scope="col">pseudonym</th>
          <th scope="col">
            <span class="unseen">help</span>
          </th>
          <th scope="col">joined</th>
          <th scope="col">last here</th>
          <th scope="col" data-number="">
            browsers
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.students}>
          {(person) => (
            <tr>
              <th scope="row">{person.pseudonym}</th>
              <td>
                <Show when={props.mayHelp}>
                  <Button
                    kind="quiet"
                    aria-label={`Help ${person.pseudonym} back in, or sign out`}
                    onClick={() => props.onHelp(person)}
                  >
                    Help
                  </Button>
                </Show>
              </td>
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
