import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { MemberView } from "../../../shared/api/members.ts";
import type { Extension } from "../../../shared/api/schedule.ts";
import { sayInZone } from "../../../shared/assignment/zone.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { callStudent } from "../../parts/student-search.ts";
import { Table } from "../../parts/table.tsx";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { ExtensionForm } from "./extension-form.tsx";

/** Who has another due date than the course, and giving one. */
export function ExtensionsSection(props: {
  course: string;
  zone: string;
  members: readonly MemberView[];
  mayChange: boolean;
}) {
  const { act, isActing, failed } = createAct();
  const [answer, again] = createAnswer(() => props.course, homeworkCalls.extensions);
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.extensions : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const students = createMemo(() => new Map(props.members.map((member) => [member.id, member])));
  const nameOf = (extension: Extension) => {
    if (extension.for.kind === "section") return `Section ${extension.for.section}`;
    const student = students().get(extension.for.member);
    return student === undefined ? extension.for.member : callStudent(student);
  };
  const take = async (extension: Extension) => {
    if ((await act(() => homeworkCalls.takeExtension(props.course, extension.for))) !== null) await again();
  };
  return (
    <section class="stack" aria-labelledby="extensions">
      <h2 id="extensions">Extensions</h2>
      <Switch fallback={<StatusLine tone="muted">Loading the extensions.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="Extensions are for the staff" />}
        </Match>
        <Match when={list()}>
          {(extensions) => (
            <>
              <Show
                when={extensions().length > 0}
                fallback={
                  <p class="muted">
                    Nobody has one: everyone’s work is due when the course’s is. Who gets another due date
                    stands here, a student’s own counting before that of the section.
                  </p>
                }
              >
                <Table caption="Who has another due date" captionHidden>
                  <thead>
                    <tr>
                      <th scope="col">for</th>
                      <th scope="col">due</th>
                      <th scope="col">reason</th>
                      <th scope="col">given by</th>
                      <th scope="col">
                        <span class="unseen">take away</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={extensions()}>
                      {(extension) => (
                        <tr>
                          <th scope="row">{nameOf(extension)}</th>
                          <td class="extension-due">{sayInZone(Date.parse(extension.dueAt), props.zone)}</td>
                          <td class="extension-reason">{extension.reason}</td>
                          <td>{extension.givenBy}</td>
                          <td>
                            <Show when={props.mayChange}>
                              <Button
                                kind="quiet"
                                disabled={isActing()}
                                aria-label={`Take away the extension of ${nameOf(extension)}`}
                                onClick={() => take(extension)}
                              >
                                Take away
                              </Button>
                            </Show>
                          </td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </Table>
              </Show>
              <Problem words={failed()} />
              <Show when={props.mayChange}>
                <ExtensionForm
                  course={props.course}
                  zone={props.zone}
                  members={props.members}
                  onGiven={again}
                />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
