import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { Flag, FlagKind } from "../../../shared/api/flags.ts";
import { Help } from "../../parts/help.tsx";
import { Pager } from "../../parts/pager.tsx";
import { FlagEntry } from "./flag-entry.tsx";
import { KIND_WORDS } from "./words.ts";

const PAGE = 20;

/** All flags of a kind, under what it means; nothing where there are none. */
export function KindSection(props: {
  course: string;
  kind: FlagKind;
  flags: readonly Flag[];
  openId: string | null;
  onOpen: (id: string | null) => void;
  onReviewed: () => Promise<void>;
}) {
  const words = () => KIND_WORDS[props.kind];
  const [page, setPage] = createSignal(0);
  const last = () => Math.max(0, Math.ceil(props.flags.length / PAGE) - 1);
  const ids = () => props.flags.slice(page() * PAGE, (page() + 1) * PAGE).map(({ id }) => id);
  const flagOf = (id: string) => props.flags.find((flag) => flag.id === id) ?? null;
  createEffect(
    on(last, (now) => {
      if (page() > now) setPage(now);
    }),
  );
  return (
    <Show when={props.flags.length > 0}>
      <section class="stack" aria-labelledby={`kind-${props.kind}`}>
        <h2 id={`kind-${props.kind}`}>
          {words().title} <span class="flag-count">{props.flags.length}</span>
        </h2>
        <p>{words().means}</p>
        <Help summary="What honest work may look the same?">
          <ul>
            <For each={words().honest}>{(cause) => <li>{cause}</li>}</For>
          </ul>
        </Help>
        <ol class="flag-list">
          <For each={ids()}>
            {(id) => (
              <Show when={flagOf(id)}>
                {(flag) => (
                  <FlagEntry
                    course={props.course}
                    flag={flag()}
                    isOpen={props.openId === id}
                    onOpen={(open) => props.onOpen(open ? id : null)}
                    onReviewed={props.onReviewed}
                  />
                )}
              </Show>
            )}
          </For>
        </ol>
        <Pager
          name={`flags: ${words().title}`}
          count={props.flags.length}
          size={PAGE}
          page={page()}
          onPage={setPage}
        />
      </section>
    </Show>
  );
}
