import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { PasskeyView } from "../../../shared/api/passkeys.ts";
import { MAX_PASSKEY_NAME_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { passkeyCalls } from "../../state/calls/passkeys.ts";
import { addPasskey, hasPasskeys } from "../../state/passkeys.ts";

/** One's own passkeys: adds one, says when each was last used, and removes it. */
export function Passkeys(props: { course: string }) {
  const { act, isActing, failed } = createAct();
  const [answer, again] = createAnswer(() => props.course, passkeyCalls.list);
  const [name, setName] = createSignal("");
  const [complaint, setComplaint] = createSignal<string | null>(null);
  const [leavingId, setLeavingId] = createSignal<string | null>(null);
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.passkeys : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wish = name().trim();
    setComplaint(wish === "" ? "Give it a name that you will know it by." : null);
    if (wish === "" || (await act(() => addPasskey(props.course, wish))) === null) return;
    setName("");
    await again();
  };
  const remove = async ({ id }: PasskeyView) => {
    setLeavingId(null);
    if ((await act(() => passkeyCalls.remove(props.course, id))) !== null) await again();
  };

  return (
    <section class="stack" aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p class="muted">
        A passkey signs you in by a fingerprint, a face, a PIN or a security key. Nothing can be copied or
        typed into a false page: its secret half never leaves your device.
      </p>
      <Switch fallback={<StatusLine live>Loading your passkeys.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="Passkeys are for the staff" />}
        </Match>
        <Match when={list()}>
          {(passkeys) => (
            <Show
              when={passkeys().length > 0}
              fallback={<StatusLine tone="muted">You have none in this course yet.</StatusLine>}
            >
              <ul class="browsers" aria-label="Your passkeys">
                <For each={passkeys()}>
                  {(passkey) => (
                    <li>
                      <div>
                        <p>{passkey.name}</p>
                        <p class="muted">
                          added <When at={passkey.addedAt} />,{" "}
                          <Show when={passkey.usedAt} fallback="not used yet">
                            {(at) => (
                              <>
                                last used <When at={at()} />
                              </>
                            )}
                          </Show>
                        </p>
                      </div>
                      <Show
                        when={leavingId() === passkey.id}
                        fallback={
                          <Button
                            aria-label={`Remove ${passkey.name}`}
                            disabled={isActing()}
                            onClick={() => setLeavingId(passkey.id)}
                          >
                            Remove
                          </Button>
                        }
                      >
                        <div class="row">
                          <Button kind="primary" disabled={isActing()} onClick={() => remove(passkey)}>
                            Remove {passkey.name}
                          </Button>
                          <Button kind="quiet" onClick={() => setLeavingId(null)}>
                            Keep it
                          </Button>
                        </div>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
              <p class="muted">
                A removed one signs no one in any more. Browsers that it signed in stay so until you sign them
                out below.
              </p>
            </Show>
          )}
        </Match>
      </Switch>
      <Show
        when={hasPasskeys()}
        fallback={
          <StatusLine tone="muted">
            This browser has no passkeys here: they need a browser of our days, and the lab under https.
          </StatusLine>
        }
      >
        <form class="code-form" onSubmit={submit} noValidate>
          <Field
            label="Name of a new passkey"
            help="Where it lives: laptop, phone, blue key."
            complaint={complaint()}
          >
            {(control) => (
              <input
                {...control()}
                autocomplete="off"
                maxlength={MAX_PASSKEY_NAME_CHARACTERS}
                value={name()}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" size="large" disabled={isActing()}>
            Add a passkey
          </Button>
        </form>
      </Show>
      <Problem words={failed()} />
    </section>
  );
}
