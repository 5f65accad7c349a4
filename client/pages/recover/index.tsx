import { useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { normalizeRecoveryCode, RecoveryCode } from "../../../shared/api/members.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { createTitle } from "../../parts/title.ts";
import { api } from "../../state/api-calls.ts";
import { createCourse } from "../../state/course.ts";

/** Signs this browser in as a member who has the recovery code. */
export function RecoverPage() {
  const navigate = useNavigate();
  const courses = createCourse();
  const [complaint, setComplaint] = createSignal<string | null>(null);
  const [asking, setAsking] = createSignal(false);
  let input: HTMLInputElement | undefined;
  createTitle(() => "Come back");

  function complain(why: string): void {
    setComplaint(why);
    input?.focus();
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const code = RecoveryCode.safeParse(normalizeRecoveryCode(input?.value ?? ""));
    if (!code.success) {
      complain(
        "A recovery code has 20 letters and digits, such as 7K3M-Q2W9-XH4T-BNR8-CE5J; I, O, 0 and 1 are in none.",
      );
      return;
    }
    setAsking(true);
    const answer = await api.recover(code.data);
    setAsking(false);
    if (!answer.ok) {
      complain(answer.error.message);
      return;
    }
    courses.enter(answer.value);
    navigate(`/c/${answer.value.course}/me`, { replace: true });
  };

  return (
    <div class="narrow stack">
      <h1>Come back to your class</h1>
      <form class="code-form" onSubmit={submit} noValidate>
        <Field
          label="Recovery code"
          help="20 letters and digits. You got it when you joined; your instructor can give you a new one."
          complaint={complaint()}
        >
          {(control) => (
            <input
              {...control()}
              ref={input}
              class="input code-input"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              enterkeyhint="go"
              placeholder="7K3M-Q2W9-XH4T-BNR8-CE5J"
              onInput={() => setComplaint(null)}
            />
          )}
        </Field>
        <Button kind="primary" size="large" type="submit" disabled={asking()}>
          {asking() ? "Looking it up" : "Come back"}
        </Button>
      </form>
      <p class="muted">
        You are then the same member as before: your answers and the runs that were sent are there. What
        another device has not sent yet stays on that device, and is sent from there.
      </p>
    </div>
  );
}
