import { createSignal, For, onMount, Show } from "solid-js";
import type { GradebookSettings } from "../../../shared/api/grading/gradebook.ts";
import { Button } from "../../parts/button.tsx";
import { plural } from "../../parts/numbers.ts";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { hasGap, type Row } from "./rows.ts";
import { sayRelease } from "./words.ts";

/** Names of those with gaps that are shown; the rest is counted. */
const NAMES = 12;

/** Showing students their grades, all at once, and taking them back. */
export function ReleaseSection(props: {
  course: string;
  settings: GradebookSettings;
  rows: readonly Row[];
  hidden: boolean;
  mayRelease: boolean;
  again: () => Promise<void>;
}) {
  const [isAsking, setAsking] = createSignal(false);
  const { act, isActing, failed } = createAct();
  const isReleased = () => props.settings.releasedAt !== null;
  const put = async () => {
    const wish = { base: props.settings.revision, released: !isReleased() };
    if ((await act(() => gradesCalls.putRelease(props.course, wish))) === null) return;
    setAsking(false);
    await props.again();
  };
  return (
    <section class="stack" aria-labelledby="release">
      <h2 id="release">Release</h2>
      <Show
        when={props.settings.releasedAt}
        fallback={
          <StatusLine>
            Not released: students see nothing of their grades but that they are to come.
          </StatusLine>
        }
      >
        {(at) => (
          <StatusLine tone="good">
            Released by {props.settings.releasedBy}, <When at={at()} />: each student sees the own grade, and
            what you change from now on at once.
          </StatusLine>
        )}
      </Show>
      <Show when={props.mayRelease} fallback={<p class="muted">Grades are released by an instructor.</p>}>
        <Show
          when={isAsking()}
          fallback={
            <div class="row">
              <Button kind={isReleased() ? "plain" : "primary"} onClick={() => setAsking(true)}>
                {isReleased() ? "Take the grades back" : "Release all grades"}
              </Button>
            </div>
          }
        >
          <Confirm
            rows={props.rows}
            hidden={props.hidden}
            isReleased={isReleased()}
            isActing={isActing()}
            onYes={put}
            onNo={() => setAsking(false)}
          />
        </Show>
        <Problem words={failed()} />
      </Show>
    </section>
  );
}

function Confirm(props: {
  rows: readonly Row[];
  hidden: boolean;
  isReleased: boolean;
  isActing: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  const gaps = () => props.rows.filter(hasGap);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <div class="release-confirm stack">
      <h3 tabindex="-1" ref={heading}>
        {props.isReleased ? "Take the grades back?" : "Release all grades?"}
      </h3>
      <Show
        when={!props.isReleased}
        fallback={
          <p>
            Students see nothing of their grades any more, until you release them again. What they have read,
            they have read. Their requests stay.
          </p>
        }
      >
        <p>{sayRelease({ students: props.rows.length, gaps: gaps().length, hidden: props.hidden })}</p>
        <Show when={gaps().length > 0}>
          <ul class="release-gaps" aria-label="Students with parts that are not graded">
            <For each={gaps().slice(0, NAMES)}>
              {(row) => (
                <li>
                  {row.call}, {sayGaps(row)}
                </li>
              )}
            </For>
            <Show when={gaps().length > NAMES}>
              <li>and {plural(gaps().length - NAMES, "student")} more</li>
            </Show>
          </ul>
        </Show>
      </Show>
      <div class="row">
        <Button kind="primary" disabled={props.isActing} onClick={props.onYes}>
          {props.isReleased ? "Take them back" : `Show ${plural(props.rows.length, "student")} their grades`}
        </Button>
        <Button onClick={props.onNo}>Cancel</Button>
      </div>
    </div>
  );
}

function sayGaps({ states, submission }: Row): string {
  const open = states.filter((state) => state === "proposed" || state === "ungraded").length;
  if (submission === null) return "who handed nothing in";
  return open === states.length ? "without any grade" : `${plural(open, "part")} open`;
}
