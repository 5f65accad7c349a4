import { createEffect, createSignal, onCleanup, onMount, Show } from "solid-js";
import type { PythonEditor } from "../editor/python-editor.ts";
import { idle } from "../state/idle.ts";
import { Button } from "./button.tsx";
import { importAgain } from "./import-again.ts";
import { StatusLine } from "./status-line.tsx";

type EditorModule = typeof import("../editor/python-editor.ts");

// One for all editors of a page: to try again for one is to try for all.
const [arrived, setArrived] = createSignal<EditorModule | null>(null);
const [isAway, setAway] = createSignal(false);
let isAsked = false;

async function load(): Promise<void> {
  if (isAsked || arrived() !== null) return;
  isAsked = true;
  const found = await importAgain(() => import("../editor/python-editor.ts")).catch(() => null);
  isAsked = false;
  setAway(found === null);
  setArrived(found);
}

/**
 * The editor, which is loaded when the first one is shown; until then the source stands in its place. Where it does not arrive,
 * that is said there, and it comes when it is asked for or the network is back.
 */
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

  const make = async (module: EditorModule) => {
    // One after the other: all of a page's at once would keep it from answering.
    await idle();
    if (isGone || host === undefined) return;
    const made = module.makePythonEditor({
      parent: host,
      source: props.source,
      hint: props.hint,
      attributes: { "aria-labelledby": props.labelledBy, "aria-describedby": props.describedBy },
      onChange: (source) => props.onChange(source),
    });
    setEditor(made);
    props.onReady(made);
  };
  onMount(load);
  createEffect(() => {
    const module = arrived();
    if (module !== null) void make(module);
  });
  addEventListener("online", load);
  createEffect(() => editor()?.take(props.source));
  onCleanup(() => {
    isGone = true;
    removeEventListener("online", load);
    editor()?.destroy();
  });

  return (
    <div class="code-editor">
      <Show when={editor() === null}>
        <pre class="code-waiting">{props.source}</pre>
      </Show>
      <Show when={isAway()}>
        <div class="code-away">
          <StatusLine tone="failed">
            The editor could not be loaded: the network may be away. What was written before is kept.
          </StatusLine>
          <Button onClick={load}>Try again</Button>
        </div>
      </Show>
      <div ref={host} />
    </div>
  );
}
