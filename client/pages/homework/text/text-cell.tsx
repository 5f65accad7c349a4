import { createSignal, createUniqueId, Show } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { countWords } from "../../../../shared/assignment/words.ts";
import { Button } from "../../../parts/button.tsx";
import { createLiveText } from "../../../parts/create-live-text.ts";
import { CellFrame } from "../cells/cell-frame.tsx";
import type { Work } from "../work.ts";
import { InsertPlot } from "./insert-plot.tsx";
import { insertAtCursor } from "./insert-text.ts";
import { Preview } from "./preview.tsx";

/** An answer in words: Markdown with math, its preview beside it, or behind it where there is no room. */
export function TextCell(props: { work: Work; cell: CellOf<"text"> }) {
  const id = createUniqueId();
  const text = () => props.work.notebook.answer("text", props.cell).markdown;
  const place = () => {
    const placed = props.work.cells().find(({ cell }) => cell.id === props.cell.id);
    return `Problem ${placed?.problem.number} Part (${placed?.part?.letter})`;
  };
  const [view, setView] = createSignal<"write" | "preview">("write");
  let box: HTMLTextAreaElement | undefined;
  const write = (markdown: string) => props.work.notebook.write(props.cell.id, { kind: "text", markdown });

  return (
    <CellFrame work={props.work} cell={props.cell.id}>
      <div class="text-cell" data-view={view()}>
        <div class="cell-head">
          <label class="field-label" for={id}>
            {props.cell.label}
          </label>
          <fieldset class="segments text-views" aria-label="Write or preview">
            <Button kind="quiet" aria-pressed={view() === "write"} onClick={() => setView("write")}>
              Write
            </Button>
            <Button kind="quiet" aria-pressed={view() === "preview"} onClick={() => setView("preview")}>
              Preview
            </Button>
          </fieldset>
          <InsertPlot
            work={props.work}
            onInsert={(reference) => {
              setView("write");
              if (box !== undefined) insertAtCursor(box, reference);
            }}
          />
        </div>
        <div class="text-sides">
          <div class="growing" data-text={text()}>
            <textarea
              id={id}
              class="input"
              rows={6}
              aria-describedby={`${id}-count`}
              ref={(made) => {
                box = made;
                createLiveText(made, text);
              }}
              onInput={(event) => write(event.currentTarget.value)}
            />
          </div>
          <Preview work={props.work} name={place()} markdown={text()} />
        </div>
        <p class="field-help" id={`${id}-count`}>
          <WordCount words={countWords(text())} least={props.cell.minWords} />
        </p>
      </div>
    </CellFrame>
  );
}

function WordCount(props: { words: number; least: number }) {
  return (
    <Show
      when={props.words < props.least}
      fallback={
        <>
          {props.words} words; at least {props.least} are asked for.
        </>
      }
    >
      {props.words} of at least {props.least} words.
    </Show>
  );
}
