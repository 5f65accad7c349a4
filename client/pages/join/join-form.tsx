import { createSignal, Show } from "solid-js";
import type { Invitation } from "../../../shared/api/courses.ts";
import { MAX_NAME_CHARACTERS } from "../../../shared/limits.ts";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ApiFailure } from "../../state/api.ts";
import { buildWish, type Complaints, type JoinWish } from "./wish.ts";

/** Asks who joins: the name, and what the roster knows the student by where the course has one. */
export function JoinForm(props: {
  invitation: Invitation;
  isJoining: boolean;
  failed: ApiFailure | null;
  onJoin: (wish: JoinWish) => void;
}) {
  const [complaints, setComplaints] = createSignal<Complaints>({});
  let name: HTMLInputElement | undefined;
  let key: HTMLInputElement | undefined;
  const isRequired = () => props.invitation.roster === "required";
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wish = buildWish({ name: name?.value ?? "", key: key?.value ?? "" }, props.invitation.roster);
    setComplaints(wish.ok ? {} : wish.error);
    if (wish.ok) props.onJoin(wish.value);
    else (wish.error.name === undefined ? key : name)?.focus();
  };
  const changed = () => setComplaints({});
  return (
    <form class="stack join-form" onSubmit={submit} noValidate>
      <Field
        label="Your name"
        help="For the course’s staff alone. Other students see a pseudonym."
        complaint={complaints().name}
      >
        {(control) => (
          <input
            {...control()}
            ref={name}
            autocomplete="name"
            maxlength={MAX_NAME_CHARACTERS}
            onInput={changed}
          />
        )}
      </Field>
      <Show when={props.invitation.roster !== "none"}>
        <Field
          label={isRequired() ? "Student id or email" : "Student id or email, if you know it"}
          help={
            isRequired()
              ? "As your school’s register has it: this class is for those on its roster."
              : "As your school’s register has it; then your grade finds its way there."
          }
          complaint={complaints().key}
        >
          {(control) => (
            <input
              {...control()}
              ref={key}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              onInput={changed}
            />
          )}
        </Field>
      </Show>
      <div class="row">
        <Button kind="primary" size="large" type="submit" disabled={props.isJoining}>
          {props.isJoining ? "Joining" : `Join ${props.invitation.title}`}
        </Button>
        <ButtonLink kind="quiet" href="/recover">
          I joined before
        </ButtonLink>
        <ButtonLink kind="quiet" href="/join">
          Another code
        </ButtonLink>
      </div>
      <Show when={props.failed}>
        {(why) => (
          <StatusLine tone="failed" live>
            {why().message}
          </StatusLine>
        )}
      </Show>
    </form>
  );
}
