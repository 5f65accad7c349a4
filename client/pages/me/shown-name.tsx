import { Match, Show, Switch } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { boardCalls } from "../../state/calls/boards.ts";

/** Whether the class sees one's name on its boards. */
export function ShownName(props: { membership: Membership }) {
  const { act, isActing, failed } = createAct();
  const [answer, again] = createAnswer(() => props.membership.course, boardCalls.shownName);
  const known = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const wish = async (shown: boolean) => {
    if ((await act(() => boardCalls.setShownName(props.membership.course, shown))) !== null) await again();
  };
  return (
    <section class="stack" aria-labelledby="shown-name">
      <h2 id="shown-name">Your name on the boards</h2>
      <Switch fallback={<StatusLine live>Loading what you wished.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="This browser is signed out" />}
        </Match>
        <Match when={known()}>
          {(now) => (
            <>
              <p aria-live="polite">
                <Show
                  when={now().shown && now().name !== ""}
                  fallback={
                    <>
                      You stand there as <b>{props.membership.member.pseudonym}</b>.
                    </>
                  }
                >
                  The class sees you there as <b>{now().name}</b>, on boards that show names.
                </Show>
              </p>
              <Show
                when={now().name !== ""}
                fallback={
                  <p class="muted">
                    The course knows no name of yours, so there is none that could be shown.
                  </p>
                }
              >
                <p class="muted">
                  Only members of the class ever see it; whoever looks from outside sees your pseudonym. You
                  can change your mind at any time, and it holds at once.
                </p>
                <div class="row">
                  <Button disabled={isActing()} onClick={() => wish(!now().shown)}>
                    {now().shown ? "Show my pseudonym instead" : `Show ${now().name} to the class`}
                  </Button>
                </div>
              </Show>
              <Problem words={failed()} />
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
