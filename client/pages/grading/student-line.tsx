import { A } from "@solidjs/router";
import { Button } from "../../parts/button.tsx";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { stepFrom } from "./queue.ts";

/** Whose work is on the desk, how far the queue is, and the ways to the next. */
export function StudentLine(props: {
  course: string;
  handle: string;
  call: string;
  queue: readonly string[];
  /** How many of the queue are to be graded. */
  left: number;
  headingRef: (heading: HTMLHeadingElement) => void;
  onGo: (handle: string | null) => void;
}) {
  const [before, after] = [
    () => stepFrom(props.queue, props.handle, -1),
    () => stepFrom(props.queue, props.handle, 1),
  ];
  return (
    <div class="desk-student">
      <h2 tabindex="-1" ref={props.headingRef}>
        {props.call}
      </h2>
      <p class="muted">
        {formatNumber(props.queue.indexOf(props.handle) + 1)} of {plural(props.queue.length, "student")},{" "}
        {props.left === 0 ? "none left to grade" : `${formatNumber(props.left)} left to grade`}
      </p>
      <div class="row">
        <Button kind="quiet" disabled={before() === null} onClick={() => props.onGo(before())}>
          <kbd>K</kbd> Previous
        </Button>
        <Button kind="quiet" disabled={after() === null} onClick={() => props.onGo(after())}>
          Next <kbd>J</kbd>
        </Button>
        <A href={`/c/${props.course}/grades/students/${props.handle}`}>All parts of this student</A>
      </div>
    </div>
  );
}
