import { Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { saveText } from "../../parts/save.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { asDraft, type Editor } from "./create-editor.ts";
import { focusSoon } from "./item-tools.tsx";
import { SHEET_TITLE } from "./sheets/sheet.tsx";

/** What is done to the draft as a whole, and where it is kept. */
export function Toolbar(props: { editor: Editor; onReview: () => void }) {
  const { editor } = props;
  return (
    <div class="edit-toolbar">
      <div class="row">
        <Button kind="primary" disabled={!editor.isChanged()} onClick={() => props.onReview()}>
          See what changes, then put it
        </Button>
        <Button disabled={!editor.canUndo()} onClick={editor.undo}>
          Undo
        </Button>
        <Button disabled={!editor.canRedo()} onClick={editor.redo}>
          Redo
        </Button>
        <Button
          onClick={() =>
            saveText(
              `${editor.course}-homework.json`,
              `${JSON.stringify(editor.draft(), null, 2)}\n`,
              "application/json",
            )
          }
        >
          Save as JSON
        </Button>
        <Button
          disabled={!editor.isChanged()}
          onClick={() =>
            editor.replace(asDraft(editor.base()), "The draft is discarded. Undo brings it back.")
          }
        >
          Discard the draft
        </Button>
      </div>
      <div class="edit-said" data-empty={editor.said() === null}>
        <p role="status">{editor.said()?.words ?? ""}</p>
        <Show when={editor.said()?.canUndo}>
          <Button
            kind="quiet"
            onClick={() => {
              editor.undo();
              focusSoon([SHEET_TITLE]);
            }}
          >
            Undo that
          </Button>
        </Show>
      </div>
      <StatusLine tone={editor.keeping.state().status === "failed" ? "failed" : "muted"}>
        {sayKeeping(editor)}
      </StatusLine>
      <Show when={editor.keeping.isElsewhere()}>
        <StatusLine tone="failed" live>
          Another tab edits this course’s homework too. What is changed last is what the device keeps: go on
          in one of them.
        </StatusLine>
      </Show>
    </div>
  );
}

function sayKeeping(editor: Editor): string {
  const now = editor.keeping.state();
  const from = `Changes to version ${editor.base().version}`;
  switch (now.status) {
    case "none":
      return editor.isChanged()
        ? `${from}.`
        : `Version ${editor.base().version}, which the class is asked now.`;
    case "keeping":
      return `${from}; being kept on this device.`;
    case "kept":
      return `${from}; kept on this device at ${new Date(now.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}. Students see nothing of it until it is put.`;
    case "failed":
      return `${from}; this device has no room to keep them. Save them as JSON before you close the page.`;
    default:
      return now satisfies never;
  }
}
