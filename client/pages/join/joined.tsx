import { createEffect, Show } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { RecoveryCodeCard } from "../../parts/recovery-code-card.tsx";
import { SendLocalRuns } from "../../parts/send-local-runs.tsx";
import { createCourse } from "../../state/course.ts";

/** A membership that was just won, or found again; the recovery code comes with a new one alone. */
export type Arrival = {
  readonly membership: Membership;
  readonly now: boolean;
  readonly recoveryCode: string | null;
};

/** Who one is in the class, how to come back, and where to go from here. */
export function Joined(props: Arrival) {
  const courses = createCourse();
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    courses.use(props.membership.course);
    heading?.focus();
  });
  return (
    <div class="joined stack">
      <h1 tabindex="-1" ref={heading}>
        You are <b class="pseudonym">{props.membership.member.pseudonym}</b>
      </h1>
      <p class="lede">
        {props.now
          ? `You joined ${props.membership.title}. Runs that finish from now on are sent, checked and ranked under this name.`
          : `You joined ${props.membership.title} before, in this browser. Runs that finish are sent, checked and ranked under this name.`}
      </p>
      <div class="row">
        <ButtonLink kind="primary" size="large" href="/lab">
          Open the lab
        </ButtonLink>
        <ButtonLink size="large" href={`/c/${props.membership.course}/board`}>
          See the board
        </ButtonLink>
      </div>
      <Show when={props.recoveryCode}>
        {(code) => (
          <section class="stack" aria-labelledby="recovery-code">
            <h2 id="recovery-code">Your recovery code</h2>
            <p class="muted">
              This browser remembers you. Should it forget, or should you work on another device, this code
              brings you back to your runs and answers. It is shown once: print it or write it down.
            </p>
            <RecoveryCodeCard code={code()} membership={props.membership} />
          </section>
        )}
      </Show>
      <SendLocalRuns />
    </div>
  );
}
