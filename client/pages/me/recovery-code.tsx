import { createSignal, Show } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { Button } from "../../parts/button.tsx";
import { Problem } from "../../parts/problem.tsx";
import { RecoveryCodeCard } from "../../parts/recovery-code-card.tsx";
import { createNewCode } from "../../state/new-code.ts";

/** Makes a new recovery code; the one before ends with it. */
export function RecoveryCode(props: { membership: Membership }) {
  const [confirming, setConfirming] = createSignal(false);
  const { code, failed, isAsking, make } = createNewCode(() => props.membership.course, null);
  return (
    <section class="stack" aria-labelledby="recovery">
      <h2 id="recovery">Recovery code</h2>
      <Show
        when={code()}
        fallback={
          <>
            <p class="muted">
              With it you come back from any browser. It was shown when you joined, and the course keeps none
              that could be shown again: when yours is lost, make a new one. The old one then ends.
            </p>
            <div class="row">
              <Show
                when={confirming()}
                fallback={<Button onClick={() => setConfirming(true)}>Make a new code</Button>}
              >
                <Button kind="primary" disabled={isAsking()} onClick={make}>
                  {isAsking() ? "Making it" : "Make it, and end the old one"}
                </Button>
                <Button kind="quiet" onClick={() => setConfirming(false)}>
                  Keep the old one
                </Button>
              </Show>
            </div>
          </>
        }
      >
        {(made) => <RecoveryCodeCard code={made()} membership={props.membership} />}
      </Show>
      <Problem words={failed()} />
    </section>
  );
}
