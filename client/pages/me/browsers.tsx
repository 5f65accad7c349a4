import { useNavigate } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import type { SessionView } from "../../../shared/api/members.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { createCourse } from "../../state/course.ts";

/** The browsers that are signed in as this member, each with the button that signs it out. */
export function Browsers(props: { membership: Membership }) {
  const navigate = useNavigate();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => props.membership.course, api.sessions);
  const [ending, setEnding] = createSignal<string | null>(null);
  const [failed, setFailed] = createSignal<string | null>(null);
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.sessions : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };

  async function end(session: SessionView): Promise<void> {
    const { course } = props.membership;
    setEnding(session.id);
    setFailed(null);
    const ended = await api.endSession(course, session.id);
    setEnding(null);
    if (!ended.ok) setFailed(ended.error.message);
    else if (session.current) {
      navigate("/join");
      courses.forget(course);
      return;
    }
    await again();
  }

  return (
    <section class="stack" aria-labelledby="browsers">
      <h2 id="browsers">Browsers that are signed in as you</h2>
      <p class="muted">
        One that you do not know, or that others use, is signed out here, at once. What a device keeps of your
        work stays on it, for when you come back there.
      </p>
      <Switch fallback={<StatusLine live>Loading the browsers.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="This browser is signed out" />}
        </Match>
        <Match when={list()}>
          {(sessions) => (
            <ul class="browsers">
              <For each={sessions()}>
                {(session) => (
                  <li>
                    <div>
                      <p>
                        {nameOf(session)}
                        <Show when={session.current}>
                          <span class="you">this one</span>
                        </Show>
                      </p>
                      <p class="muted">
                        since <When at={session.openedAt} />, last used <When at={session.seenAt} />
                      </p>
                    </div>
                    <Button
                      aria-label={`Sign out ${nameOf(session)}${session.current ? ", this one" : ""}`}
                      disabled={ending() !== null}
                      onClick={() => end(session)}
                    >
                      Sign out
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Match>
      </Switch>
      <Problem words={failed()} />
    </section>
  );
}

function nameOf({ browser }: SessionView): string {
  return browser === "" ? "A browser" : browser;
}
