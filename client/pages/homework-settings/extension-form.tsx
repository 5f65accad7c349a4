import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { MemberView } from "../../../shared/api/members.ts";
import type { ExtensionFor } from "../../../shared/api/schedule.ts";
import { MAX_REASON_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { DayAndTime } from "../../parts/day-and-time.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { callStudent, findStudents, listSections } from "../../parts/student-search.ts";
import { type Clock, timeIn } from "../../parts/zoned-time.ts";
import { createAct } from "../../state/act.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";

const MOST_FOUND = 8;

/** Gives a student or a section another due date, in the course's zone. */
export function ExtensionForm(props: {
  course: string;
  zone: string;
  members: readonly MemberView[];
  onGiven: () => Promise<void>;
}) {
  const { act, isActing, failed } = createAct();
  const name = createUniqueId();
  const [whose, setWhose] = createSignal<ExtensionFor | null>(null);
  const [typed, setTyped] = createSignal("");
  const [clock, setClock] = createSignal<Clock>({ date: "", time: "23:59" });
  const [reason, setReason] = createSignal("");
  const [complaint, setComplaint] = createSignal<"who" | "when" | null>(null);
  const sections = () => listSections(props.members);
  const chosen = () => {
    const now = whose();
    if (now === null) return null;
    if (now.kind === "section") return `Section ${now.section}`;
    const student = props.members.find(({ id }) => id === now.member);
    return student === undefined ? now.member : callStudent(student);
  };
  const choose = (now: ExtensionFor) => {
    setWhose(now);
    setTyped("");
    setComplaint(null);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const now = whose();
    const at = timeIn(props.zone, clock());
    setComplaint(now === null ? "who" : at === null ? "when" : null);
    if (now === null || at === null) return;
    const wish = { dueAt: new Date(at).toISOString(), reason: reason() };
    if ((await act(() => homeworkCalls.giveExtension(props.course, now, wish))) === null) return;
    setWhose(null);
    setReason("");
    await props.onGiven();
  };
  return (
    <form class="extension-form stack" onSubmit={submit} noValidate>
      <h3>Give an extension</h3>
      <div class="extension-who">
        <Field
          label="Find a student by name or pseudonym"
          complaint={complaint() === "who" ? "Choose a student or a section." : null}
        >
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
        <Show when={sections().length > 0}>
          <Field label="or a section of the roster">
            {(control) => (
              <select
                {...control()}
                onChange={(event) => {
                  const section = event.currentTarget.value;
                  if (section !== "") choose({ kind: "section", section });
                }}
              >
                <option value="" selected={whose()?.kind !== "section"}>
                  choose a section
                </option>
                <For each={sections()}>{(section) => <option value={section}>{section}</option>}</For>
              </select>
            )}
          </Field>
        </Show>
      </div>
      <ul class="extension-found" aria-label="Students found">
        <For each={findStudents(props.members, typed(), MOST_FOUND)}>
          {(student) => (
            <li>
              <Button kind="plain" onClick={() => choose({ kind: "student", member: student.id })}>
                {callStudent(student)}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <p aria-live="polite" id={`${name}-chosen`} class={chosen() === null ? "muted" : "extension-chosen"}>
        {chosen() === null ? "Nobody is chosen yet." : `For ${chosen()}, due:`}
      </p>
      <div class="schedule-when">
        <DayAndTime
          label={`New due day (${props.zone.replaceAll("_", " ")})`}
          clock={clock()}
          complaint={complaint() === "when" ? "Set a day and a time." : null}
          onChange={(part) => setClock({ ...clock(), ...part })}
        />
        <Field label="Reason, for the staff’s eyes">
          {(control) => (
            <input
              {...control()}
              autocomplete="off"
              maxlength={MAX_REASON_CHARACTERS}
              value={reason()}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div class="row">
        <Button type="submit" disabled={isActing()}>
          Give the extension
        </Button>
      </div>
      <Problem words={failed()} />
    </form>
  );
}
