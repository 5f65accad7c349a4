import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { can } from "../../../shared/access/can.ts";
import type { Role } from "../../../shared/api/courses.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { createTitle } from "../../parts/title.ts";
import { WaysIn } from "../../parts/ways-in.tsx";
import { createMembership } from "../../state/membership.ts";
import { Browsers } from "./browsers.tsx";
import { EraseMe } from "./erase-me.tsx";
import { Everything } from "./everything.tsx";
import { Passkeys } from "./passkeys.tsx";
import { RecoveryCode } from "./recovery-code.tsx";
import { ShownName } from "./shown-name.tsx";

const SEATS: Readonly<Record<Role, string>> = {
  owner: "The owner",
  instructor: "An instructor",
  grader: "A grader",
  student: "A student",
};

/** Who one is in a course, and one's ways in. */
export function MePage() {
  const params = useParams<{ course: string }>();
  const { membership } = createMembership(() => params.course);
  createTitle(() => "You");
  return (
    <div class="narrow stack">
      <Show
        when={membership()}
        fallback={
          <EmptyState level={1} title="This browser is no member of the class" action={<WaysIn />}>
            Who joined {params.course} before comes back with the recovery code; everyone else joins with the
            code that the instructor gave out.
          </EmptyState>
        }
      >
        {(one) => (
          <>
            <div class="stack">
              <h1>
                You are <b class="pseudonym">{one().member.pseudonym}</b>
              </h1>
              <p>
                {SEATS[one().member.role]} of {one().title}.
              </p>
            </div>
            <RecoveryCode membership={one()} />
            <Show when={can(one().member.role, "usePasskeys")}>
              <Passkeys course={one().course} />
            </Show>
            <Browsers membership={one()} />
            <Show when={one().member.role === "student"}>
              <ShownName membership={one()} />
            </Show>
            <Everything membership={one()} />
            <Show when={one().member.role === "student"}>
              <EraseMe membership={one()} />
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
