import { onMount, Show } from "solid-js";
import type { MemberView } from "../../../../shared/api/members.ts";
import type { RosterRow } from "../../../../shared/api/roster.ts";
import { Button } from "../../../parts/button.tsx";
import { callStudent } from "../../../parts/student-search.ts";
import { HelpBack } from "./help-back.tsx";
import { NameForm } from "./name-form.tsx";
import { RowForm } from "./row-form.tsx";

/** One student: who it is, whose row of the roster, and the way back in for who lost it. */
export function StudentPanel(props: {
  course: string;
  title: string;
  person: MemberView;
  roster: readonly RosterRow[];
  mayChangeRoster: boolean;
  onChange: () => Promise<void>;
  onDone: () => void;
}) {
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <section class="student-panel stack" aria-labelledby="student">
      <h3 id="student" tabindex="-1" ref={heading}>
        {callStudent(props.person)}
      </h3>
      <Show when={props.mayChangeRoster}>
        <NameForm course={props.course} person={props.person} onChange={props.onChange} />
        <Show when={props.roster.length > 0}>
          <RowForm
            course={props.course}
            person={props.person}
            roster={props.roster}
            onChange={props.onChange}
          />
        </Show>
      </Show>
      <HelpBack course={props.course} title={props.title} person={props.person} onChange={props.onChange} />
      <div class="row">
        <Button onClick={() => props.onDone()}>Close</Button>
      </div>
    </section>
  );
}
