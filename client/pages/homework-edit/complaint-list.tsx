import { For, Show } from "solid-js";
import { namePlace, placeOf } from "../../../shared/assignment/edit/names.ts";
import type { PlacedComplaint } from "../../../shared/explain.ts";
import { plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import type { Editor } from "./create-editor.ts";

const MOST_SHOWN = 8;

/** What keeps the draft from being put, each with the way to its field. */
export function ComplaintList(props: { editor: Editor; onGo: (complaint: PlacedComplaint) => void }) {
  const complaints = () => props.editor.complaints();
  const left = () => complaints().length - MOST_SHOWN;
  return (
    // Its line is always there: what comes and goes while one types must not move the field that is typed into.
    <Show
      when={complaints().length > 0}
      fallback={<StatusLine tone="muted">Nothing to put right.</StatusLine>}
    >
      <details class="edit-complaints">
        <summary>{plural(complaints().length, "thing")} to put right before the draft can be put</summary>
        <ul>
          <For each={complaints().slice(0, MOST_SHOWN)}>
            {(complaint) => (
              <li>
                <button class="edit-link" type="button" onClick={() => props.onGo(complaint)}>
                  {namePlace(props.editor.draft(), placeOf(complaint.at))}, {fieldOf(complaint)}
                </button>
                : {complaint.message}
              </li>
            )}
          </For>
        </ul>
        <Show when={left() > 0}>
          <p>and {left()} more</p>
        </Show>
      </details>
    </Show>
  );
}

/** What a field is called in the list: the last words of the way to it. */
function fieldOf({ at }: PlacedComplaint): string {
  const inPlace = at[0] === "problems" ? at.slice(at[2] === "parts" && at.length > 4 ? 4 : 2) : at;
  return (
    inPlace.map((key) => (typeof key === "number" ? String(key + 1) : String(key))).join(" ") || "all of it"
  );
}
