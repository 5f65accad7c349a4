import { Show } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { Button } from "../../parts/button.tsx";
import { Problem } from "../../parts/problem.tsx";
import { createAct } from "../../state/act.ts";
import { hasPasskeys, signInWithPasskey } from "../../state/passkeys.ts";

/** Signs in with a passkey, where this browser has them; whose it is, the device knows. */
export function PasskeySignIn(props: { onSignedIn: (membership: Membership) => void }) {
  const { act, isActing, failed } = createAct();
  const signIn = async () => {
    const answer = await act(signInWithPasskey);
    if (answer !== null) props.onSignedIn(answer.value);
  };
  return (
    <Show when={hasPasskeys()}>
      <section class="stack" aria-labelledby="with-passkey">
        <h2 id="with-passkey">With a passkey</h2>
        <p class="muted">If you added one under your name in the course, on this device or one beside it.</p>
        <div class="row">
          <Button size="large" disabled={isActing()} onClick={signIn}>
            {isActing() ? "Waiting for your passkey" : "Sign in with a passkey"}
          </Button>
        </div>
        <Problem words={failed()} />
      </section>
    </Show>
  );
}
