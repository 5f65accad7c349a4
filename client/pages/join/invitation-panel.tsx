import { createSignal, Match, Show, Switch } from "solid-js";
import type { Invitation } from "../../../shared/api/courses.ts";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ApiFailure } from "../../state/api.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { createCourse } from "../../state/course.ts";
import { readCode } from "./code.ts";
import { JoinForm } from "./join-form.tsx";
import { type Arrival, Joined } from "./joined.tsx";
import { WhatJoiningMeans } from "./what-joining-means.tsx";
import type { JoinWish } from "./wish.ts";

/** Which class a code leads to, and the form that joins it. */
export function InvitationPanel(props: { code: string }) {
  const courses = createCourse();
  const code = () => {
    const read = readCode(props.code);
    return read.ok ? read.value : props.code;
  };
  const [answer, again] = createAnswer(code, api.invitation);
  const [joined, setJoined] = createSignal<Arrival | null>(null);
  const [joining, setJoining] = createSignal(false);
  const [failed, setFailed] = createSignal<ApiFailure | null>(null);

  const invitation = (): Invitation | null => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = (): ApiFailure | null => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  /** Joined just now, or at an earlier visit. */
  const membership = (): Arrival | null => {
    const here = joined();
    if (here !== null) return here;
    const known = courses.list().find((one) => one.membership.course === invitation()?.course);
    return known === undefined ? null : { membership: known.membership, now: false, recoveryCode: null };
  };
  async function join(wish: JoinWish): Promise<void> {
    setJoining(true);
    setFailed(null);
    const result = await api.join({ code: code(), ...wish });
    setJoining(false);
    if (!result.ok) {
      setFailed(result.error);
      return;
    }
    const { recoveryCode = null, ...entered } = result.value;
    setJoined({ membership: entered, now: true, recoveryCode });
    courses.enter(entered);
  }

  return (
    <Switch
      fallback={
        <>
          <h1>Join a class</h1>
          <StatusLine live>Looking up the code {code()}.</StatusLine>
        </>
      }
    >
      <Match when={membership()}>{(one) => <Joined {...one()} />}</Match>
      <Match when={failure()}>
        {(why) => (
          <>
            <h1>Join a class</h1>
            <Show
              when={why().reason === "refused"}
              fallback={
                <EmptyState
                  tone="failed"
                  title="The class could not be looked up"
                  action={<Button onClick={again}>Try again</Button>}
                >
                  {why().message}
                </EmptyState>
              }
            >
              <EmptyState
                tone="failed"
                title={`No class has the code ${code()}`}
                action={
                  <ButtonLink kind="primary" href="/join">
                    Type another code
                  </ButtonLink>
                }
              >
                Compare it with your instructor’s letter by letter: 0 and O, 1 and I look alike. A course that
                was given a new code no longer takes the old one. You can train without a class meanwhile:
                runs stay on this device, and you can send them later.
              </EmptyState>
            </Show>
          </>
        )}
      </Match>
      <Match when={invitation()}>
        {(found) => (
          <>
            <div class="stack">
              <h1>Join {found().title}?</h1>
              <JoinForm invitation={found()} isJoining={joining()} failed={failed()} onJoin={join} />
            </div>
            <WhatJoiningMeans />
          </>
        )}
      </Match>
    </Switch>
  );
}
