import { createMemo, For, Show } from "solid-js";
import { listDifferences } from "../../../../shared/assignment/differences.ts";
import { type Clash, mergeDrafts } from "../../../../shared/assignment/edit/merge.ts";
import { Button } from "../../../parts/button.tsx";
import { asDraft, type Editor } from "../create-editor.ts";
import type { NewestVersion } from "../load.ts";

/** Someone else put a version while this draft was written: what they changed, and the ways to go on. */
export function OvertakenPanel(props: { editor: Editor; theirs: NewestVersion }) {
  const { editor } = props;
  const theirs = createMemo(() => asDraft(props.theirs));
  const ways = () => ({ base: asDraft(editor.base()), mine: editor.draft(), theirs: theirs() });
  const merge = createMemo(() => mergeDrafts(ways(), "mine"));
  const isClean = () => merge().clashes.length === 0;
  const version = () => props.theirs.version;
  const goOn = (draft: ReturnType<typeof theirs>, words: string) =>
    editor.rebase(props.theirs, draft, `${words} Undo brings your draft back.`);
  const mine = createMemo(() => {
    const now = editor.assignment();
    return now === null ? null : listDifferences(editor.base().assignment, now);
  });
  return (
    <section class="edit-warning edit-overtaken" aria-labelledby="overtaken">
      <div role="alert">
        <h2 id="overtaken">
          {props.theirs.by ?? "Someone else"} put version {version()} while you edited version{" "}
          {editor.base().version}
        </h2>
      </div>
      <div class="edit-both">
        <div>
          <h3>They changed</h3>
          <Differences of={listDifferences(editor.base().assignment, props.theirs.assignment)} />
        </div>
        <div>
          <h3>You changed</h3>
          <Show when={mine()} fallback={<p>Your draft has things to put right first.</p>}>
            {(list) => <Differences of={list()} />}
          </Show>
        </div>
      </div>
      <Show
        when={isClean()}
        fallback={
          <>
            <p>You both changed, each in another way:</p>
            <ul>
              <For each={merge().clashes}>{(clash) => <ClashItem clash={clash} />}</For>
            </ul>
          </>
        }
      >
        <p>No two of these changes touch the same thing, so both can be kept.</p>
      </Show>
      <div class="row">
        <Show
          when={isClean()}
          fallback={
            <>
              <Button
                kind="primary"
                onClick={() =>
                  goOn(merge().merged, "Both changes are in the draft, yours where both changed the same.")
                }
              >
                Keep both, mine where we differ
              </Button>
              <Button
                onClick={() =>
                  goOn(
                    mergeDrafts(ways(), "theirs").merged,
                    "Both changes are in the draft, theirs where both changed the same.",
                  )
                }
              >
                Keep both, theirs where we differ
              </Button>
            </>
          }
        >
          <Button kind="primary" onClick={() => goOn(merge().merged, "Both changes are in the draft.")}>
            Keep both changes
          </Button>
        </Show>
        <Button onClick={() => goOn(theirs(), `The draft is version ${version()}, without your changes.`)}>
          Go on from theirs
        </Button>
        <Button onClick={() => goOn(editor.draft(), "The draft is yours, without their changes.")}>
          Go on from mine
        </Button>
      </div>
    </section>
  );
}

const MOST_CHARACTERS = 400;

function ClashItem(props: { clash: Clash }) {
  return (
    <li>
      {props.clash.place}
      <dl class="edit-clash">
        <dt>Mine</dt>
        <dd>{sayValue(props.clash.mine)}</dd>
        <dt>Theirs</dt>
        <dd>{sayValue(props.clash.theirs)}</dd>
      </dl>
    </li>
  );
}

/** A value as one reads it: a text as it is, anything else as the JSON has it. */
function sayValue(value: unknown): string {
  if (value === undefined) return "(removed)";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function Differences(props: { of: readonly string[] }) {
  return (
    <Show when={props.of.length > 0} fallback={<p class="muted">nothing</p>}>
      <ul>
        <For each={props.of}>{(difference) => <li>{difference}</li>}</For>
      </ul>
    </Show>
  );
}
