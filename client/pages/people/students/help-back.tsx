import { createSignal, Show } from "solid-js";
import type { MemberView } from "../../../../shared/api/members.ts";
import { Button } from "../../../parts/button.tsx";
import { plural } from "../../../parts/numbers.ts";
import { Problem } from "../../../parts/problem.tsx";
import { RecoveryCodeCard } from "../../../parts/recovery-code-card.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { api } from "../../../state/api-calls.ts";
import { createNewCode } from "../../../state/new-code.ts";

/** Gives a student a new recovery code, or signs the student out everywhere. */
export function HelpBack(props: {
  course: string;
  title: string;
  person: MemberView;
  onChange: () => Promise<void>;
}) {
  const { code, failed, isAsking, make } = createNewCode(() => props.course, props.person.id);
  const [said, setSaid] = createSignal<{ readonly tone: "good" | "failed"; readonly words: string } | null>(
    null,
  );

  const signOut = async () => {
    const ended = await api.endSessions(props.course, props.person.id);
    setSaid(
      ended.ok
        ? { tone: "good", words: "Signed out everywhere. The recovery code still brings the student back." }
        : { tone: "failed", words: ended.error.message },
    );
    if (ended.ok) await props.onChange();
  };
  return (
    <div class="recovery-help stack">
      <p class="muted">
        Who lost the browser or the recovery code gets a new code here, and is then the same member as before.
      </p>
      <Show when={code()}>
        {(made) => (
          <RecoveryCodeCard
            code={made()}
            membership={{ title: props.title, member: { pseudonym: props.person.pseudonym } }}
          />
        )}
      </Show>
      <div class="row">
        <Show when={code() === null}>
          <Button disabled={isAsking()} onClick={make}>
            Make a new recovery code, and end the old one
          </Button>
        </Show>
        <Button disabled={props.person.browsers === 0 || said()?.tone === "good"} onClick={signOut}>
          Sign out of {plural(props.person.browsers, "browser")}
        </Button>
      </div>
      <Problem words={failed()} />
      <Show when={said()}>
        {(now) => (
          <StatusLine tone={now().tone} live>
            {now().words}
          </StatusLine>
        )}
      </Show>
    </div>
  );
}
