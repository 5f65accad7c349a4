import { createSignal, For, onMount, Show } from "solid-js";
import type { AuditEntry } from "../../../shared/api/staff.ts";
import { Button } from "../../parts/button.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { createAct } from "../../state/act.ts";
import { api } from "../../state/api-calls.ts";
import { sayChange } from "./change-words.ts";

/** Who changed what in the course, newest first, a page at a time. */
export function AuditSection(props: { course: string }) {
  const { act, isActing, failed } = createAct();
  const [entries, setEntries] = createSignal<readonly AuditEntry[]>([]);
  const [next, setNext] = createSignal<number | null>(null);
  const [isRead, setRead] = createSignal(false);
  async function more(): Promise<void> {
    const found = await act(() => api.audit(props.course, next()));
    if (found === null) return;
    setEntries([...entries(), ...found.value.entries]);
    setNext(found.value.next);
    setRead(true);
  }
  onMount(more);
  return (
    <>
      <ol class="audit">
        <For each={entries()}>
          {({ at, actor, change }) => (
            <li>
              <When at={at} /> <b>{actor}</b> {sayChange(change)}
            </li>
          )}
        </For>
      </ol>
      <Show when={isRead() && entries().length === 0}>
        <p class="muted">
          Nothing was changed yet: roles, ways in, joining and the homework’s dates stand here.
        </p>
      </Show>
      <Show when={failed()}>{(why) => <StatusLine tone="failed">{why()}</StatusLine>}</Show>
      <Show when={next() !== null || failed() !== null}>
        <div class="row">
          <Button disabled={isActing()} onClick={more}>
            {failed() === null ? "Earlier changes" : "Try again"}
          </Button>
        </div>
      </Show>
    </>
  );
}
