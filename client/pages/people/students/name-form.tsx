import { createSignal, Show } from "solid-js";
import type { MemberView } from "../../../../shared/api/members.ts";
import { MAX_NAME_CHARACTERS } from "../../../../shared/limits.ts";
import { Button } from "../../../parts/button.tsx";
import { Field } from "../../../parts/field.tsx";
import { Problem } from "../../../parts/problem.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { createAct } from "../../../state/act.ts";
import { rosterCalls } from "../../../state/calls/roster.ts";

/** Gives a student another name; a row of the roster that the student has gets it, too. */
export function NameForm(props: { course: string; person: MemberView; onChange: () => Promise<void> }) {
  const { act, isActing, failed } = createAct();
  const [complaint, setComplaint] = createSignal<string | null>(null);
  const [saved, setSaved] = createSignal<string | null>(null);
  let input: HTMLInputElement | undefined;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = (input?.value ?? "").trim();
    setComplaint(name === "" ? "Type the name that the staff is to see." : null);
    setSaved(null);
    if (name === "") {
      input?.focus();
      return;
    }
    if ((await act(() => rosterCalls.rename(props.course, props.person.id, name))) === null) return;
    setSaved(name);
    await props.onChange();
  };
  return (
    <form class="code-form" onSubmit={save} noValidate>
      <Field label="Name, for the staff’s eyes" complaint={complaint()}>
        {(control) => (
          <input
            {...control()}
            ref={input}
            value={props.person.name}
            maxlength={MAX_NAME_CHARACTERS}
            autocomplete="off"
            onInput={() => {
              setComplaint(null);
              setSaved(null);
            }}
          />
        )}
      </Field>
      <Button type="submit" disabled={isActing()}>
        Save the name
      </Button>
      <Problem words={failed()} />
      <Show when={saved()}>
        {(name) => (
          <StatusLine tone="good" live>
            Saved: {name()}
          </StatusLine>
        )}
      </Show>
    </form>
  );
}
