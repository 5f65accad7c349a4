import { onCleanup } from "solid-js";
import type { Editor } from "./create-editor.ts";

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere on the page, but in a code editor, which has its own. */
export function createUndoKeys(editor: Pick<Editor, "undo" | "redo" | "canUndo" | "canRedo">): void {
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(".cm-editor") !== null) return;
    const key = event.key.toLowerCase();
    const isRedo = key === "y" || (key === "z" && event.shiftKey);
    if (!isRedo && key !== "z") return;
    event.preventDefault();
    if (isRedo && editor.canRedo()) editor.redo();
    else if (!isRedo && editor.canUndo()) editor.undo();
  };
  addEventListener("keydown", onKey);
  onCleanup(() => removeEventListener("keydown", onKey));
}
