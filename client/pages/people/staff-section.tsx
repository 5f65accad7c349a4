import { createSignal, For, Show } from "solid-js";
import type { MemberView } from "../../../shared/api/members.ts";
import { StaffRole } from "../../../shared/api/staff.ts";
import { Button } from "../../parts/button.tsx";
import { Problem } from "../../parts/problem.tsx";
import { When } from "../../parts/when.tsx";
import { createAct } from "../../state/act.ts";
import { api } from "../../state/api-calls.ts";
import { InviteForm } from "./invite-form.tsx";
import { type NewLink, SignInLink } from "./sign-in-link.tsx";

/** Who teaches the course. Its owners invite, change and take out. */
export function StaffSection(props: {
  course: string;
  staff: readonly MemberView[];
  mayManage: boolean;
  onChange: () => Promise<void>;
}) {
  const { act, isActing, failed } = createAct();
  const [link, setLink] = createSignal<NewLink | null>(null);
  const [leavingId, setLeavingId] = createSignal<string | null>(null);

  const changeRole = async (person: MemberView, select: HTMLSelectElement) => {
    const role = StaffRole.safeParse(select.value);
    if (!role.success) return;
    const changed = await act(() => api.changeRole(props.course, person.id, role.data));
    if (changed === null) select.value = person.role;
    else await props.onChange();
  };
  const renew = async (person: MemberView) => {
    const made = await act(() => api.renewSignInKey(props.course, person.id));
    if (made !== null) setLink({ name: person.pseudonym, key: made.value.signInKey });
  };
  const takeOut = async (person: MemberView) => {
    setLeavingId(null);
    if ((await act(() => api.removeStaff(props.course, person.id))) !== null) await props.onChange();
  };

  return (
    <section class="stack" aria-labelledby="staff">
      <h2 id="staff">Staff</h2>
      <ul class="browsers">
        <For each={props.staff}>
          {(person) => (
            <li>
              <div>
                <p>{person.pseudonym}</p>
                <p class="muted">
                  <Show when={!props.mayManage}>{person.role}, </Show>
                  <Show when={person.seenAt} fallback="not signed in">
                    {(at) => (
                      <>
                        last here <When at={at()} />
                      </>
                    )}
                  </Show>
                </p>
              </div>
              <Show when={props.mayManage}>
                <div class="row">
                  <select
                    class="input staff-role"
                    aria-label={`Role of ${person.pseudonym}`}
                    disabled={isActing()}
                    onChange={(event) => changeRole(person, event.currentTarget)}
                  >
                    <For each={StaffRole.options}>
                      {(role) => <option selected={person.role === role}>{role}</option>}
                    </For>
                  </select>
                  <Button
                    kind="quiet"
                    aria-label={`New sign-in link for ${person.pseudonym}`}
                    disabled={isActing()}
                    onClick={() => renew(person)}
                  >
                    New sign-in link
                  </Button>
                  <Show
                    when={leavingId() === person.id}
                    fallback={
                      <Button
                        kind="quiet"
                        aria-label={`Take out ${person.pseudonym}`}
                        onClick={() => setLeavingId(person.id)}
                      >
                        Take out
                      </Button>
                    }
                  >
                    <Button kind="primary" onClick={() => takeOut(person)}>
                      End every way in of {person.pseudonym}
                    </Button>
                    <Button kind="quiet" onClick={() => setLeavingId(null)}>
                      Keep
                    </Button>
                  </Show>
                </div>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Problem words={failed()} />
      <Show when={link()} keyed>
        {(made) => <SignInLink link={made} onDone={() => setLink(null)} />}
      </Show>
      <Show when={props.mayManage}>
        <InviteForm
          course={props.course}
          onInvited={async (made) => {
            setLink(made);
            await props.onChange();
          }}
        />
      </Show>
    </section>
  );
}
