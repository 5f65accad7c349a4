import { createSignal, Match, Show, Switch } from "solid-js";
import type { ChangeJoining } from "../../../shared/api/staff.ts";
import { Button } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";

/** How students come in: the link and code to show them, a new code, the door open or closed, and for whom. */
export function JoiningSection(props: { course: string; hasRoster: boolean; mayChange: boolean }) {
  const [answer, again] = createAnswer(() => props.course, api.joining);
  const { act, isActing, failed } = createAct();
  const [isSure, setSure] = createSignal(false);
  const joining = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const link = (code: string) => `${location.origin}/join/${code}`;
  const change = async (wish: ChangeJoining) => {
    setSure(false);
    if ((await act(() => api.changeJoining(props.course, wish))) !== null) await again();
  };
  return (
    <section class="stack" aria-labelledby="joining">
      <h2 id="joining">How students join</h2>
      <Switch fallback={<StatusLine tone="muted">Loading the join code.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="The join code is for the staff" />}
        </Match>
        <Match when={joining()}>
          {(now) => (
            <>
              <Show
                when={now().open}
                fallback={
                  <StatusLine tone="muted">
                    Closed: the code lets no one in. Who joined before comes back as ever.
                  </StatusLine>
                }
              >
                <p class="join-code">
                  <code>{now().joinCode}</code>
                </p>
                <p class="muted">
                  Show the code, or hand out the link: {link(now().joinCode)}. It asks for a seat, and is no
                  key to anything that is there.
                </p>
              </Show>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={now().byRoster}
                  disabled={!props.mayChange || isActing() || (!props.hasRoster && !now().byRoster)}
                  onChange={async (event) => {
                    const box = event.currentTarget;
                    await change({ open: now().open, byRoster: box.checked });
                    box.checked = now().byRoster;
                  }}
                />
                <span>
                  Only who is on the roster may join, with the student id or email that stands there
                  <Show when={!props.hasRoster}> (import a roster first)</Show>
                </span>
              </label>
              <div class="row">
                <Show when={now().open}>
                  <CopyButton label="Copy the link" text={() => link(now().joinCode)} />
                </Show>
                <Show when={props.mayChange}>
                  <Show
                    when={isSure()}
                    fallback={
                      <Button disabled={isActing()} onClick={() => setSure(true)}>
                        New code
                      </Button>
                    }
                  >
                    <Button
                      kind="primary"
                      disabled={isActing()}
                      onClick={() => change({ open: now().open, newCode: true })}
                    >
                      Make one, end {now().joinCode}
                    </Button>
                    <Button kind="quiet" onClick={() => setSure(false)}>
                      Keep it
                    </Button>
                  </Show>
                  <Button disabled={isActing()} onClick={() => change({ open: !now().open })}>
                    {now().open ? "Close joining" : "Open joining"}
                  </Button>
                </Show>
              </div>
            </>
          )}
        </Match>
      </Switch>
      <Problem words={failed()} />
    </section>
  );
}
