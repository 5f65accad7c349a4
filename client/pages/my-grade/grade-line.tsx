import { A } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { sayTotal } from "./words.ts";

/** One's own grade in a sentence, for a student, where the homework is handed in; nothing while it is not known. */
export function GradeLine(props: { course: string }) {
  const [answer] = createAnswer(() => props.course, gradesCalls.myGrade);
  const grade = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const released = () => {
    const now = grade();
    return now?.released ? now : null;
  };
  return (
    <Switch>
      <Match when={released()}>
        {(now) => (
          <p>
            Your grade: <b>{sayTotal(now())}</b>. <A href={`/c/${props.course}/grade`}>See it part by part</A>
          </p>
        )}
      </Match>
      <Match when={grade()}>
        <p class="muted">Your grade is not released yet; it will stand here.</p>
      </Match>
    </Switch>
  );
}
