import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { AssignmentProblem } from "../../../shared/assignment/assignment.ts";
import { idle } from "../../state/idle.ts";

/** The problems that are on the page: the first at once, each further one when the page has time for it. */
export function createProblemsInTurn(
  problems: Accessor<readonly AssignmentProblem[]>,
): Accessor<readonly AssignmentProblem[]> {
  const [count, setCount] = createSignal(1);
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  createEffect(() => {
    if (count() >= problems().length) return;
    void idle().then(() => !isGone && setCount(count() + 1));
  });
  return createMemo(() => problems().slice(0, count()));
}
