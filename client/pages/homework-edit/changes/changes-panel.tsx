import { createMemo, For, Show } from "solid-js";
import { listDifferences } from "../../../../shared/assignment/differences.ts";
import type { Orphan } from "../../../../shared/assignment/edit/orphans.ts";
import { Button } from "../../../parts/button.tsx";
import { plural } from "../../../parts/numbers.ts";
import { Problem } from "../../../parts/problem.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import type { Editor } from "../create-editor.ts";
import { createPut } from "./create-put.ts";

/** What putting the draft would change, for whom, and the button that does it. */
export function ChangesPanel(props: { editor: Editor; handedIn: (version: number) => number }) {
  const { editor } = props;
  const { put, isPutting, failed } = createPut(editor);
  const differences = createMemo(() => {
    const now = editor.assignment();
    return now === null ? [] : listDifferences(editor.base().assignment, now);
  });
  const handedIn = () => props.handedIn(editor.base().version);
  return (
    <div class="edit-changes stack">
      <Show
        when={editor.isChanged()}
        fallback={
          <StatusLine tone="muted">
            Nothing is changed: the draft is version {editor.base().version}, which the class is asked now.
          </StatusLine>
        }
      >
        <h2>From version {editor.base().version} to the next</h2>
        <Show
          when={editor.assignment()}
          fallback={<p>What changes is told once the draft can be read: see what is to put right above.</p>}
        >
          <ul class="edit-differences">
            <For each={differences()}>{(difference) => <li>{difference}</li>}</For>
          </ul>
        </Show>
        <Show when={editor.orphans().length > 0}>
          <div class="edit-warning">
            <p>
              <b>Answers lose their place.</b> They are kept, and come back with a cell of the same id and
              kind, but until then students neither see nor hand them in:
            </p>
            <ul>
              <For each={editor.orphans()}>{(orphan) => <li>{sayOrphan(orphan)}</li>}</For>
            </ul>
          </div>
        </Show>
        <h3>What it means for the class</h3>
        <ul>
          <li>
            {handedIn() === 0
              ? "Nobody has handed in the present version."
              : `${plural(handedIn(), "submission")} of the present version ${handedIn() === 1 ? "stays" : "stay"} as ${handedIn() === 1 ? "it is" : "they are"}.`}{" "}
            What is handed in is always tied to the version that it answered.
          </li>
          <li>
            Who has the homework open goes on writing and loses nothing. To hand in, they load the page again
            and see the new version; answers stay in every cell that keeps its id.
          </li>
        </ul>
        <div class="row">
          <Button
            kind="primary"
            disabled={editor.assignment() === null || isPutting() || editor.overtaken() !== null}
            onClick={put}
          >
            Put version {(editor.overtaken() ?? editor.base()).version + 1}
          </Button>
          <Show when={editor.overtaken() !== null}>
            <StatusLine>
              First choose above how to go on from version {editor.overtaken()?.version}.
            </StatusLine>
          </Show>
        </div>
        <Problem words={failed()} />
      </Show>
    </div>
  );
}

function sayOrphan({ cell, place, why, students }: Orphan): string {
  const what = why === "removed" ? "is gone" : "asks for something else";
  return `${place}, cell ${cell} ${what}: ${plural(students, "student")} answered it`;
}
