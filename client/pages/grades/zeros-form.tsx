import { createSignal, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createZeros } from "./create-zeros.ts";
import type { Gap } from "./zeros.ts";

/** Who handed nothing in gets a grade of 0 with a word why, so that nobody is left out of what goes to Canvas. */
export function ZerosForm(props: {
  course: string;
  version: number;
  gaps: readonly Gap[];
  onGiven: () => Promise<void>;
}) {
  const { state, give, stop } = createZeros(() => props.course);
  const [isAsking, setAsking] = createSignal(false);
  const students = () => new Set(props.gaps.map(({ handle }) => handle)).size;
  const giving = () => {
    const now = state();
    return now.status === "giving" ? now : null;
  };
  const ended = () => {
    const now = state();
    return now.status === "ended" ? now : null;
  };
  const start = async () => {
    await give(props.gaps, props.version);
    setAsking(false);
    await props.onGiven();
  };
  return (
    <div class="zeros stack">
      <Show when={props.gaps.length > 0 || giving()}>
        <p>
          {plural(students(), "student")} handed nothing in and {students() === 1 ? "has" : "have"}{" "}
          {plural(props.gaps.length, "part")} without a grade. The file for Canvas leaves out who has no grade
          of every part.
        </p>
        <Show
          when={giving()}
          fallback={
            <div class="row">
              <Show
                when={isAsking()}
                fallback={<Button onClick={() => setAsking(true)}>Give 0 where nothing was handed in</Button>}
              >
                <Button kind="primary" onClick={start}>
                  Give {plural(props.gaps.length, "grade")} of 0
                </Button>
                <Button onClick={() => setAsking(false)}>Cancel</Button>
              </Show>
            </div>
          }
        >
          {(now) => (
            <div class="row">
              <progress class="progress zeros-progress" max={now().of} value={now().given} />
              <StatusLine live>
                {formatNumber(now().given)} of {plural(now().of, "grade")} given
              </StatusLine>
              <Button onClick={stop}>Stop</Button>
            </div>
          )}
        </Show>
      </Show>
      <Show when={ended()}>
        {(now) => (
          <StatusLine tone={now().given === now().of ? "good" : "plain"} live>
            {formatNumber(now().given)} of {plural(now().of, "grade")} given.
          </StatusLine>
        )}
      </Show>
      <Problem words={ended()?.why ?? null} />
    </div>
  );
}
