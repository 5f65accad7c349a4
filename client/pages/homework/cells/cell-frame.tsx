import { type JSX, Show } from "solid-js";
import { sayStanding } from "../../../drafts/words.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import { sayTime } from "../say-time.ts";
import type { Work } from "../work.ts";
import { TwoVersions } from "./two-versions.tsx";

/** Around a cell that is answered: what has to be said of its saving, and the choice where there are two versions. */
export function CellFrame(props: { work: Work; cell: string; children: JSX.Element }) {
  const standing = () => props.work.notebook.standing(props.cell);
  const conflict = () => {
    const now = standing();
    return now.status === "conflict" ? now : null;
  };
  const trouble = () => {
    const said = sayStanding(standing(), sayTime);
    return standing().status === "failed" ? said : null;
  };
  let frame: HTMLDivElement | undefined;
  return (
    <div class="cell" id={props.cell} ref={frame} tabindex="-1">
      {props.children}
      <Show when={trouble()}>{(said) => <StatusLine tone={said().tone}>{said().words}</StatusLine>}</Show>
      <Show when={conflict()}>
        {(two) => (
          <TwoVersions
            mine={props.work.notebook.answers().get(props.cell) ?? null}
            theirs={two().theirs}
            onKeep={(keep) => {
              props.work.notebook.resolve(props.cell, keep);
              frame?.focus({ preventScroll: true });
            }}
          />
        )}
      </Show>
    </div>
  );
}
