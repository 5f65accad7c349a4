import { For, Show } from "solid-js";
import type { Work } from "../work.ts";

/** What looks wrong in a cell, with what to do about it. */
export function CellWarnings(props: { work: Work; cell: string }) {
  const messages = () =>
    props.work.runs
      .warnings()
      .filter(({ cell }) => cell === props.cell)
      .map(({ message }) => message);
  return (
    <div role="status">
      <Show when={messages().length > 0}>
        <ul class="cell-warnings" aria-label="Look at this again">
          <For each={messages()}>
            {(message) => (
              <li>
                <span class="cell-warning-mark" aria-hidden="true">
                  !
                </span>
                <span>{message}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
