import { createEffect, createSignal, createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import type { PythonEditor } from "../../../editor/python-editor.ts";
import { Button } from "../../../parts/button.tsx";
import { CodeEditor } from "../../../parts/code-editor.tsx";
import { plural } from "../../../parts/numbers.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import { CellFrame } from "../cells/cell-frame.tsx";
import type { Work } from "../work.ts";
import { describeCode, describeParameter } from "./found-words.ts";

/** A class: its editor, and what the lab found in it or what is wrong. */
export function CodeCell(props: { work: Work; cell: CellOf<"code"> }) {
  const id = createUniqueId();
  const source = () => props.work.notebook.answer("code", props.cell).source;
  const isStarter = () => source().trim() === "" || source() === props.cell.starter;
  const reading = () => (isStarter() ? null : (props.work.readings.reading(props.cell.id)?.reading ?? null));
  const found = () => {
    const now = reading();
    return now?.ok ? now.value : null;
  };
  const complaints = () => {
    const now = reading();
    return now === null || now.ok ? [] : now.error;
  };
  const write = (next: string) => props.work.notebook.write(props.cell.id, { kind: "code", source: next });
  const [editor, setEditor] = createSignal<PythonEditor | null>(null);
  createEffect(() => {
    const found = complaints();
    editor()?.mark(found);
  });

  return (
    <CellFrame work={props.work} cell={props.cell.id}>
      <div class="code-cell">
        <div class="cell-head">
          <p class="field-label" id={`${id}-label`}>
            {props.cell.label}
          </p>
          <Button
            kind="quiet"
            disabled={source() === props.cell.starter}
            onClick={() => editor()?.replace(props.cell.starter)}
          >
            Back to the starter
          </Button>
        </div>
        <CodeEditor
          source={source()}
          hint="Write the class here, or paste it."
          labelledBy={`${id}-label`}
          describedBy={`${id}-help`}
          onChange={write}
          onReady={setEditor}
        />
        <p class="field-help" id={`${id}-help`}>
          <kbd>Tab</kbd> indents; <kbd>Escape</kbd>, then <kbd>Tab</kbd>, leaves the editor.
        </p>
        <div class="code-found">
          <Switch>
            <Match when={isStarter()}>
              <StatusLine tone="muted">The lab reads your class as you write it.</StatusLine>
            </Match>
            <Match when={found()}>
              {(code) => (
                <>
                  <StatusLine tone="good" live>
                    {describeCode(code())}
                  </StatusLine>
                  <Parameters work={props.work} cell={props.cell.id} />
                </>
              )}
            </Match>
            <Match when={complaints().length > 0}>
              <StatusLine tone="failed" live>
                {plural(complaints().length, "complaint")}: the lab cannot read this class yet.
              </StatusLine>
              <ol class="complaints">
                <For each={complaints()}>
                  {({ line, column, message }) => (
                    <li>
                      <button type="button" class="complaint" onClick={() => editor()?.go(line, column)}>
                        <span class="complaint-place">
                          line {line}, column {column}
                        </span>{" "}
                        {message}
                      </button>
                    </li>
                  )}
                </For>
              </ol>
            </Match>
          </Switch>
        </div>
      </div>
    </CellFrame>
  );
}

/** The values that the class was read with. */
function Parameters(props: { work: Work; cell: string }) {
  const parameters = () => {
    const reading = props.work.readings.reading(props.cell)?.reading;
    return reading?.ok && reading.value.kind === "model" ? reading.value.model.parameters : [];
  };
  return (
    <Show when={parameters().length > 0}>
      <p class="code-parameters">
        Read with <For each={parameters()}>{(parameter) => <code>{describeParameter(parameter)}</code>}</For>
      </p>
    </Show>
  );
}
