import { Match, Show, Switch } from "solid-js";
import { namePlace } from "../../../../shared/assignment/edit/names.ts";
import type { Editor } from "../create-editor.ts";
import { HeadSheet } from "./head-sheet.tsx";
import { PartSheet } from "./part-sheet.tsx";
import { ProblemSheet } from "./problem-sheet.tsx";

export const SHEET_TITLE = "sheet-title";

/** What is open: the homework's own texts, a problem, or a part. */
export function Sheet(props: { editor: Editor }) {
  const { editor } = props;
  const problem = () => {
    const { problem } = editor.place();
    const found = problem === null ? undefined : editor.draft().problems[problem];
    return problem === null || found === undefined ? null : { index: problem, problem: found };
  };
  const part = () => {
    const [within, { part }] = [problem(), editor.place()];
    const found = part === null ? undefined : within?.problem.parts[part];
    return within === null || part === null || found === undefined
      ? null
      : { ...within, part: found, at: part };
  };
  return (
    // Built anew when something else is opened, so that what is typed or unfolded in one is not found in another.
    <Show when={editor.opened() + 1} keyed>
      {(_opened) => (
        <section class="edit-sheet" aria-labelledby={SHEET_TITLE}>
          <h2 id={SHEET_TITLE} tabindex="-1">
            {namePlace(editor.draft(), editor.place())}
          </h2>
          <Switch fallback={<HeadSheet editor={editor} />}>
            <Match when={part()}>
              {(now) => (
                <PartSheet
                  editor={editor}
                  problem={now().problem}
                  part={now().part}
                  indices={[now().index, now().at]}
                />
              )}
            </Match>
            <Match when={problem()}>
              {(now) => <ProblemSheet editor={editor} problem={now().problem} index={now().index} />}
            </Match>
          </Switch>
        </section>
      )}
    </Show>
  );
}
