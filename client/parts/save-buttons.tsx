import { createSignal, Show } from "solid-js";
import { Button } from "./button.tsx";
import { savePng, saveText } from "./save.ts";
import { StatusLine } from "./status-line.tsx";

/** What a figure is saved as; each is built when it is asked for. */
export type Saving = {
  /** The files' name, without its ending. */
  readonly file: string;
  readonly csv?: () => string;
  /** A whole SVG with a size of its own; a PNG is drawn of it. */
  readonly svg?: () => string | Promise<string>;
};

/** Saves a figure as numbers, as lines and as pixels. */
export function SaveButtons(props: { saving: Saving; disabled?: boolean }) {
  const [problem, setProblem] = createSignal<string | null>(null);
  const save = (write: () => Promise<void> | void) => async () => {
    try {
      setProblem(null);
      await write();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class="plot-tools not-printed">
      <Show when={problem()}>{(why) => <StatusLine tone="failed">Not saved: {why()}</StatusLine>}</Show>
      <Show when={props.saving.csv}>
        {(csv) => (
          <Button
            kind="quiet"
            disabled={props.disabled}
            onClick={save(() => saveText(`${props.saving.file}.csv`, csv()()))}
          >
            csv
          </Button>
        )}
      </Show>
      <Show when={props.saving.svg}>
        {(svg) => (
          <>
            <Button
              kind="quiet"
              disabled={props.disabled}
              onClick={save(async () => saveText(`${props.saving.file}.svg`, await svg()(), "image/svg+xml"))}
            >
              svg
            </Button>
            <Button
              kind="quiet"
              disabled={props.disabled}
              onClick={save(async () => savePng(`${props.saving.file}.png`, await svg()()))}
            >
              png
            </Button>
          </>
        )}
      </Show>
    </div>
  );
}
