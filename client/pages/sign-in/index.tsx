import { useNavigate } from "@solidjs/router";
import { createSignal, Match, onCleanup, onMount, Switch } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { api } from "../../state/api-calls.ts";
import { createCourse } from "../../state/course.ts";
import { readKey } from "./key.ts";
import { PasskeySignIn } from "./passkey-sign-in.tsx";

type SigningIn =
  | { readonly status: "asking for a key"; readonly complaint: string | null }
  | { readonly status: "signing in" };

/**
 * Exchanges an instructor's key for a session. The key stands behind the #, which browsers never send, and is taken out
 * of the address bar and the history before anything else.
 */
export function SignInPage() {
  const navigate = useNavigate();
  const courses = createCourse();
  const [state, setState] = createSignal<SigningIn>({ status: "asking for a key", complaint: null });
  let input: HTMLInputElement | undefined;
  createTitle(() => "Sign in");

  function takeKey(): void {
    const key = readKey(location.hash);
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname);
    if (key !== null) void signIn(key);
  }
  onMount(() => {
    takeKey();
    // A link that is pasted while the page is open changes what stands behind the #, and loads nothing.
    addEventListener("hashchange", takeKey);
    onCleanup(() => removeEventListener("hashchange", takeKey));
  });

  async function signIn(key: string): Promise<void> {
    setState({ status: "signing in" });
    const answer = await api.signIn(key);
    if (answer.ok) goIn(answer.value);
    else setState({ status: "asking for a key", complaint: answer.error.message });
  }
  function goIn(membership: Membership): void {
    courses.enter(membership);
    navigate(`/c/${membership.course}/board`, { replace: true });
  }
  const complaint = () => {
    const now = state();
    return now.status === "asking for a key" ? now.complaint : null;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const key = readKey(input?.value ?? "");
    if (key === null)
      setState({
        status: "asking for a key",
        complaint: "Paste the whole link, or the part of it after the #.",
      });
    else void signIn(key);
  };

  return (
    <div class="narrow stack">
      <h1>Sign in as an instructor</h1>
      <Switch>
        <Match when={state().status === "signing in"}>
          <StatusLine live>Signing in.</StatusLine>
        </Match>
        <Match when={state().status === "asking for a key"}>
          <form class="code-form" onSubmit={submit} noValidate>
            <Field
              label="Sign-in link or key"
              help="It was shown once, when the course was made. Students need none: they join with a code."
              complaint={complaint()}
            >
              {(control) => <input {...control()} ref={input} type="password" autocomplete="off" />}
            </Field>
            <Button kind="primary" size="large" type="submit">
              Sign in
            </Button>
          </form>
          <PasskeySignIn onSignedIn={goIn} />
        </Match>
      </Switch>
    </div>
  );
}
