import { createSignal } from "solid-js";
import { InviteStaff } from "../../../shared/api/staff.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { createAct } from "../../state/act.ts";
import { api } from "../../state/api-calls.ts";
import type { NewLink } from "./sign-in-link.tsx";

/** Invites an instructor or a grader by a sign-in link. */
export function InviteForm(props: { course: string; onInvited: (link: NewLink) => Promise<void> }) {
  const { act, isActing, failed } = createAct();
  const [complaint, setComplaint] = createSignal<string | null>(null);
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const wish = InviteStaff.safeParse(Object.fromEntries(new FormData(form)));
    if (!wish.success) {
      setComplaint("Type a name of 1 to 40 letters: the course calls them by it.");
      return;
    }
    setComplaint(null);
    const made = await act(() => api.inviteStaff(props.course, wish.data));
    if (made === null) return;
    form.reset();
    await props.onInvited({ name: wish.data.name, key: made.value.signInKey });
  };
  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <Field
        label="Invite someone to the staff"
        help="Graders see everyone’s work. Instructors also change the homework, how students join, and help them back in."
        complaint={complaint() ?? failed()}
      >
        {(control) => (
          <input {...control()} class="input" name="name" autocomplete="off" placeholder="Name" />
        )}
      </Field>
      <select class="input staff-role" name="role" aria-label="Role of who is invited">
        <option>grader</option>
        <option>instructor</option>
      </select>
      <Button type="submit" disabled={isActing()}>
        Invite
      </Button>
    </form>
  );
}
