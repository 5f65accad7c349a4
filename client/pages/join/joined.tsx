import { createEffect } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { SendLocalRuns } from "../../parts/send-local-runs.tsx";
import { createCourse } from "../../state/course.ts";

/** Who one is in the class, and where to go from here. */
export function Joined(props: { membership: Membership; now: boolean }) {
  const courses = createCourse();
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    courses.use(props.membership.course);
    heading?.focus();
  });
  return (
    <div class="stack">
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
      <SendLocalRuns />
    </div>
  );
}
