import { createMemo, For, Show } from "solid-js";
import type { PartCount } from "./where.ts";

/** How far the class is with each part, and how many have it in view: a column a part, and a button that finds them in the table. */
export function WhereNow(props: {
  parts: readonly PartCount[];
  /** Null where students are not to be looked at one by one. */
  onPart: ((part: string) => void) | null;
}) {
  const total = createMemo(() => {
    const [first] = props.parts;
    return first === undefined ? 0 : first.ready + first.draft + first.empty;
  });
  const share = (count: number) => `${total() === 0 ? 0 : (100 * count) / total()}%`;
  return (
    <div class="where">
      <ol class="where-parts" style={{ "--parts": props.parts.length }}>
        <For each={props.parts.map(({ id }) => id)}>
          {(id) => (
            <Show when={props.parts.find((part) => part.id === id)}>
              {(part) => {
                const columns = (
                  <>
                    <span class="where-here" data-some={part().here > 0 ? "" : undefined} aria-hidden="true">
                      {part().here > 0 ? part().here : "\u00a0"}
                    </span>
                    <span class="where-bar" aria-hidden="true">
                      <i data-state="draft" style={{ height: share(part().draft) }} />
                      <i data-state="ready" style={{ height: share(part().ready) }} />
                    </span>
                    <span class="where-name" aria-hidden="true">
                      {id}
                    </span>
                    <span class="unseen">{sayPart(part())}</span>
                  </>
                );
                return (
                  <li data-problem={part().problem} title={sayPart(part())}>
                    <Show when={props.onPart} fallback={<span class="where-part">{columns}</span>}>
                      {(onPart) => (
                        <button class="where-part" type="button" onClick={() => onPart()(id)}>
                          {columns}
                        </button>
                      )}
                    </Show>
                  </li>
                );
              }}
            </Show>
          )}
        </For>
      </ol>
      <p class="where-key">
        <span>
          <i data-state="ready" /> ready
        </span>
        <span>
          <i data-state="draft" /> draft
        </span>
        <span>
          <b class="where-here" data-some="">
            3
          </b>{" "}
          have it in view now
        </span>
      </p>
    </div>
  );
}

function sayPart({ id, ready, draft, empty, here }: PartCount): string {
  const now = here === 0 ? "" : `, ${here} in view now`;
  return `Part ${id}: ${ready} ready, ${draft} draft, ${empty} empty${now}`;
}
