import { For, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { Help } from "../../parts/help.tsx";
import { plural } from "../../parts/numbers.ts";
import { countTroubles, RULE_OF_STUCK, type Stuck, sayTrouble, TROUBLE_WORDS } from "./stuck.ts";
import { callStudent } from "./students.ts";

/** As many as a teacher goes to before looking again. */
const MOST = 5;

/** Who cannot go on, and of which kind it is; for a projector the kinds alone. */
export function NeedsHelp(props: {
  stuck: readonly Stuck[];
  partOf: (student: string) => string | null;
  singles: boolean;
  onStudent: (id: string) => void;
  onAll: () => void;
}) {
  return (
    <section class="teach-panel teach-help" aria-labelledby="needs-help">
      <h2 id="needs-help">Who needs help</h2>
      <Show
        when={props.stuck.length > 0}
        fallback={<p class="muted">Nobody is stuck, as far as their pages and runs tell.</p>}
      >
        <p class="teach-kinds">
          <For each={countTroubles(props.stuck)}>
            {({ kind, students }) => (
              <span>
                <b>{students}</b> {TROUBLE_WORDS[kind]}
              </span>
            )}
          </For>
        </p>
        <Show when={props.singles}>
          <ul class="teach-list">
            <For each={props.stuck.slice(0, MOST)}>
              {({ student, troubles }) => (
                <li>
                  <button class="teach-student" type="button" onClick={() => props.onStudent(student.id)}>
                    {callStudent(student)}
                  </button>
                  <span class="muted">
                    <Show when={props.partOf(student.id)}>{(part) => <>at {part()}: </>}</Show>
                    {troubles.map(sayTrouble).join("; ")}
                  </span>
                </li>
              )}
            </For>
          </ul>
          <Show when={props.stuck.length > MOST}>
            <Button kind="quiet" onClick={() => props.onAll()}>
              Show all {plural(props.stuck.length, "student")} in the table
            </Button>
          </Show>
        </Show>
      </Show>
      <Help summary="Who counts as stuck?">
        <p>{RULE_OF_STUCK} It is a hint, not a judgement.</p>
      </Help>
    </section>
  );
}
