import { For } from "solid-js";
import { Field } from "../../parts/field.tsx";
import { QUEUES, type QueueName } from "./queue.ts";

const NAMES: Readonly<Record<QueueName, string>> = {
  waiting: "who waits for a grade",
  nothingHandedIn: "who handed nothing in",
  everyone: "everyone",
};

/** Whom the desk goes through. */
export function QueueField(props: { chosen: QueueName; onChoose: (name: QueueName | undefined) => void }) {
  return (
    <Field label="Go through">
      {(control) => (
        <select
          {...control()}
          onChange={(event) => props.onChoose(QUEUES[event.currentTarget.selectedIndex])}
        >
          <For each={QUEUES}>
            {(name) => (
              <option value={name} selected={name === props.chosen}>
                {NAMES[name]}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
