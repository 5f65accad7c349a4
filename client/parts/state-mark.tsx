import type { State } from "../../shared/assignment/completeness.ts";

const MARKS: Record<State, string> = { empty: "○", draft: "◐", ready: "●" };

/** How far a part is: a mark and a word. */
export function StateMark(props: { state: State }) {
  return (
    <span class="state-mark" data-state={props.state}>
      <span aria-hidden="true">{MARKS[props.state]}</span> {props.state}
    </span>
  );
}
