import { For, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import type { DeskPlace, Gradings } from "./create-gradings.ts";
import type { GradingState } from "./grading.ts";

const WORDS: Readonly<Record<GradingState["status"], string>> = {
  open: "",
  saved: "",
  saving: "being saved",
  failed: "not saved",
  conflict: "someone else graded it meanwhile",
};

/** What was decided elsewhere at this desk and is not with the server, with the ways to it; what is here says so itself. */
export function UnsavedList(props: {
  gradings: Gradings;
  isHere: (place: DeskPlace) => boolean;
  call: (place: DeskPlace) => string;
  onGo: (place: DeskPlace) => void;
}) {
  const stuck = () =>
    props.gradings
      .unsaved()
      .filter(({ place, grading }) => grading.state.status !== "saving" && !props.isHere(place));
  return (
    <div role="status">
      <Show when={stuck().length > 0}>
        <div class="unsaved">
          <p>
            <b>Not everything is saved.</b> It stays here as you decided it.
          </p>
          <ul>
            <For each={stuck()}>
              {({ place, grading }) => (
                <li>
                  <span>
                    {props.call(place)}: {WORDS[grading.state.status]}
                    {grading.state.status === "failed" ? `. ${grading.state.message}` : "."}
                  </span>
                  <Button onClick={() => props.onGo(place)}>Go there</Button>
                  <Show when={grading.state.status === "failed"}>
                    <Button onClick={() => props.gradings.save(place)}>Try again</Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </div>
  );
}
