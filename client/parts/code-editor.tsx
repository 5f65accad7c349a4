import { createEffect, createSignal, onCleanup, onMount, Show } from "solid-js";
import type { PythonEditor } from "../editor/python-editor.ts";
import { idle } from "../state/idle.ts";

/** The editor, which is loaded when the first one is shown; until then the source stands in its place. */
export function CodeEditor(props: {
  source: string;
  hint: string;
  labelledBy: string;
  describedBy: string;
  onChange: (source: string) => void;
  onReady: (editor: PythonEditor) => void;
}) {
  const [editor, setEditor] = createSignal<PythonEditor | null>(null);
  let host: HTMLDivElement | undefined;
  let isGone = false;

  onMount(async () => {
    const { makePythonEditor } = await import("../editor/python-editor.ts");
    // One after the other: all of a page's at once would keep it from answering.
    await idle();
    if (isGone || host === undefined) return;
    const made = makePythonEditor({
      parent: host,
      source: props.source,
      hint: props.hint,
      attributes: { "aria-labelledby": props.labelledBy, "aria-describedby": props.describedBy },
      onChange: (source) => props.onChange(source),
    });
    setEditor(made);
    props.onReady(made);
  });
  createEffect(() => editor()?.take(props.source));
  onCleanup(() => {
    isGone = true;
    editor()?.destroy();
  });

  return (
    <div class="code-editor">
      <Show when={editor() === null}>
        <pre class="code-waiting">{props.source}</pre>
      </Show>
      <div ref={host} />
    </div>
  );
}
