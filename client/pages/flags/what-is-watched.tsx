import { For, Show } from "solid-js";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Help } from "../../parts/help.tsx";
import { KIND_WORDS, KINDS } from "./words.ts";

/** What would be flagged, and what is not watched: in the place of flags where there are none. */
export function WhatIsWatched(props: { folded?: boolean }) {
  return (
    <Show
      when={props.folded}
      fallback={
        <>
          <EmptyState title="There is nothing to look at">
            Every run and every text of the course was looked through, and is each time this page is opened.
            This is what would stand here.
          </EmptyState>
          <Watched />
        </>
      }
    >
      <Help summary="What is watched, and what is not">
        <Watched />
      </Help>
    </Show>
  );
}

function Watched() {
  return (
    <dl class="flag-watched">
      <For each={KINDS}>
        {(kind) => (
          <>
            <dt>{KIND_WORDS[kind].title}</dt>
            <dd>{KIND_WORDS[kind].means}</dd>
          </>
        )}
      </For>
      <dt>A test error below the PCA floor</dt>
      <dd>
        Is refused when it is sent, for no linear model can have it; so it never stands here. The floor does
        not bind a model with a non-linearity, and says nothing there.
      </dd>
      <dt>Not watched</dt>
      <dd>
        Code, for everyone’s class looks alike; the same seed as the homework gives; who pressed which key,
        and from where.
      </dd>
    </dl>
  );
}
