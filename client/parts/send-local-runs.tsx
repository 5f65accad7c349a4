import { createSignal, Show } from "solid-js";
import { isSendable } from "../outbox/decide.ts";
import { course } from "../state/course.ts";
import { createOutbox } from "../state/outbox.ts";
import { Button } from "./button.tsx";
import { plural } from "./numbers.ts";

/** The one click that sends what was trained before a class was joined. Nothing where there is nothing to send. */
export function SendLocalRuns() {
  const outbox = createOutbox();
  const [sending, setSending] = createSignal(false);
  const count = () => outbox.runs().filter(({ state }) => isSendable(state)).length;
  const send = async () => {
    setSending(true);
    await outbox.sendLocalRuns();
    setSending(false);
  };
  const words = () =>
    `Send ${plural(count(), "run")} that ${count() === 1 ? "is" : "are"} only on this device to ${course()?.title}`;
  return (
    <Show when={course() !== null && count() > 0}>
      <div class="row">
        <Button disabled={sending()} onClick={send}>
          {words()}
        </Button>
      </div>
    </Show>
  );
}
