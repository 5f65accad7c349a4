import { createSignal } from "solid-js";
import { homeworkCalls } from "../../../state/calls/homework.ts";
import type { Editor } from "../create-editor.ts";
import { loadNewest } from "../load.ts";

/** Puts the draft as the next version; where someone else was first, the editor is told what they put. */
export function createPut(editor: Editor) {
  const [isPutting, setPutting] = createSignal(false);
  const [failed, setFailed] = createSignal<string | null>(null);

  async function put(): Promise<void> {
    const assignment = editor.assignment();
    if (assignment === null || isPutting()) return;
    setPutting(true);
    setFailed(null);
    const answer = await homeworkCalls.putAssignment(editor.course, {
      assignment,
      base: editor.base().version,
    });
    if (answer.ok) {
      const { version } = answer.value;
      editor.settle({ assignment, version }, `Version ${version} is what the class is asked now.`);
    } else if (answer.error.reason === "refused" && answer.error.status === 409) {
      const newest = await loadNewest(editor.course);
      if (newest.ok) editor.overtake(newest.value);
      else setFailed(newest.error.message);
    } else setFailed(answer.error.message);
    setPutting(false);
  }
  return { put, isPutting, failed };
}
