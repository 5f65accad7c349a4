import { type JSX, Match, Show, Switch } from "solid-js";
import type { Standing } from "../state/files/collect.ts";
import { createSaving, type FilePlan } from "../state/files/saving.ts";
import { Button } from "./button.tsx";
import { plural } from "./numbers.ts";
import { saveBlob } from "./save.ts";
import { StatusLine } from "./status-line.tsx";

/** Saves what the server holds as one file, page by page: how far it is, stopped and gone on with at will. */
export function FileSaver(props: {
  label: JSX.Element;
  /** What is saved, for who cannot see where the button stands; after "Save", it has the label in it. */
  name: string;
  kind?: "primary" | "plain" | "quiet";
  /** The file's name with its ending. */
  file: () => string;
  plan: () => FilePlan;
}) {
  const { state, run, stop } = createSaving(
    () => props.plan(),
    (file) => saveBlob(props.file(), file),
  );
  const standing = (): Standing | null => {
    const now = state();
    return "standing" in now ? now.standing : null;
  };
  const isReading = () => state().status === "reading";
  const failed = () => {
    const now = state();
    return now.status === "failed" ? now.message : null;
  };
  return (
    <div class="file-saver">
      <div class="row">
        <Show
          when={isReading()}
          fallback={
            <Button
              kind={props.kind ?? "plain"}
              aria-label={`${sayRun(state().status)} ${props.name}`}
              onClick={run}
            >
              <Show when={standing()} fallback={props.label}>
                Go on
              </Show>
            </Button>
          }
        >
          <Button
            kind={props.kind === "quiet" ? "quiet" : "plain"}
            aria-label={`Stop saving ${props.name}`}
            onClick={stop}
          >
            Stop
          </Button>
        </Show>
      </div>
      <Show when={standing()}>
        {(now) => (
          <>
            <Show when={now().of > 1}>
              <progress
                class="progress"
                aria-label={`Saving ${props.name}`}
                max={now().of}
                value={now().at}
              />
            </Show>
            <StatusLine tone={failed() === null ? "muted" : "failed"} live={failed() !== null}>
              <Switch fallback={<>Reading {sayStanding(now())}.</>}>
                <Match when={failed()}>
                  {(why) => <>Not saved yet: {why()} What was read is kept for going on.</>}
                </Match>
                <Match when={state().status === "stopped"}>Stopped at {sayStanding(now())}.</Match>
              </Switch>
            </StatusLine>
          </>
        )}
      </Show>
      <Show when={state().status === "saved"}>
        <StatusLine tone="good" live>
          Saved as {props.file()}
          {sayRows(state())}.
        </StatusLine>
      </Show>
    </div>
  );
}

function sayRun(status: string): string {
  return status === "stopped" || status === "failed" ? "Go on saving" : "Save";
}

function sayStanding({ at, of, holds, rows }: Standing): string {
  return `${holds}, ${plural(rows, "row")} so far${of > 1 ? `, ${at} of ${of} tables done` : ""}`;
}

function sayRows(state: { readonly status: string; readonly rows?: number }): string {
  return state.rows === undefined ? "" : `, ${plural(state.rows, "row")}`;
}
