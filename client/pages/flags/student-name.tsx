import { Show } from "solid-js";
import type { FlaggedStudent } from "../../../shared/api/flags.ts";

/** A student as the staff knows one: the name where there is one, and the pseudonym. */
export function StudentName(props: { student: FlaggedStudent }) {
  return (
    <Show when={props.student.name} fallback={<b>{props.student.pseudonym}</b>}>
      {(name) => (
        <>
          <b>{name()}</b> <span class="muted">({props.student.pseudonym})</span>
        </>
      )}
    </Show>
  );
}
