import { A } from "@solidjs/router";
import { createSignal, For, onMount, Show } from "solid-js";
import type { CreatedCourse } from "../../../shared/api/courses.ts";
import { Button } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAct } from "../../state/act.ts";
import { api } from "../../state/api-calls.ts";
import { createCourse } from "../../state/course.ts";

/** What a new course is reached by, its owner's key this once, and what to do next. This browser is signed in as the owner. */
export function CourseMade(props: { course: CreatedCourse }) {
  const courses = createCourse();
  const { act, isActing, failed } = createAct();
  const [isSignedIn, setSignedIn] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  const signInLink = () => `${location.origin}/sign-in#${props.course.instructorKey}`;
  const joinLink = () => `${location.origin}/join/${props.course.joinCode}`;
  async function signIn(): Promise<void> {
    const entered = await act(() => api.signIn(props.course.instructorKey));
    if (entered === null) return;
    courses.enter(entered.value);
    setSignedIn(true);
  }
  onMount(() => {
    heading?.focus();
    void signIn();
  });

  return (
    <>
      <div class="stack">
        <h1 tabindex="-1" ref={heading}>
          {props.course.title} is ready
        </h1>
        <Show
          when={failed()}
          fallback={
            <StatusLine tone={isSignedIn() ? "good" : "plain"} live>
              {isSignedIn() ? "You own it, and this browser is signed in." : "Signing this browser in."}
            </StatusLine>
          }
        >
          {(why) => (
            <>
              <StatusLine tone="failed" live>
                The course is made, but this browser could not be signed in: {why()}
              </StatusLine>
              <div class="row">
                <Button kind="primary" disabled={isActing()} onClick={signIn}>
                  Sign in
                </Button>
              </div>
            </>
          )}
        </Show>
      </div>
      <section class="stack" aria-labelledby="sign-in-link">
        <h2 id="sign-in-link">Your sign-in link</h2>
        <div class="recovery-card stack">
          <p class="sign-in-link">
            <code>{signInLink()}</code>
          </p>
          <p class="muted">
            It signs you in on any other device, and is shown this once: keep it where you keep passwords.
            Whoever has it owns the course.
          </p>
          <div class="row not-printed">
            <CopyButton label="Copy the sign-in link" text={signInLink} />
            <Button kind="quiet" onClick={() => print()}>
              Print
            </Button>
          </div>
        </div>
      </section>
      <section class="stack" aria-labelledby="for-students">
        <h2 id="for-students">For your students</h2>
        <p class="join-code">
          <code>{props.course.joinCode}</code>
        </p>
        <p>
          They type the code at {location.host}/join, or open <a href={joinLink()}>{joinLink()}</a>. You find
          it again under People.
        </p>
        <div class="row">
          <CopyButton label="Copy the join link" text={joinLink} />
        </div>
      </section>
      <Show when={isSignedIn()}>
        <section class="stack" aria-labelledby="next">
          <h2 id="next">What next</h2>
          <ol class="next-steps">
            <For each={NEXT}>
              {({ path, label, why }) => (
                <li>
                  <A href={`/c/${props.course.course}/${path}`}>{label}</A>
                  <span class="muted">{why}</span>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
    </>
  );
}

const NEXT = [
  {
    path: "people?show=roster",
    label: "Import your roster",
    why: "Names and sections from a CSV of your register or Canvas. You can do without: students then join by the code alone.",
  },
  {
    path: "hw",
    label: "Look at the homework",
    why: "As a student sees it: three problems, 100 points.",
  },
  { path: "homework", label: "Set when it is due", why: "And what late work costs." },
  {
    path: "people?show=staff",
    label: "Invite your staff",
    why: "Instructors and graders, each by a link of their own.",
  },
] as const;
