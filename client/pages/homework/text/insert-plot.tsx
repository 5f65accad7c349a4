import { createUniqueId, For, Show } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import type { Work } from "../work.ts";
import { listShownPlots } from "./shown-plots.ts";

/** The button that puts one of the student's own plots into a text. A native popover: Escape and a click elsewhere close it. */
export function InsertPlot(props: { work: Work; onInsert: (reference: string) => void }) {
  const id = createUniqueId();
  const plots = () => listShownPlots(props.work.assignment(), props.work.notebook.answers());
  let opener: HTMLButtonElement | undefined;
  let list: HTMLDivElement | undefined;
  return (
    <>
      <Button kind="quiet" popovertarget={id} ref={opener}>
        Insert plot
      </Button>
      <div
        class="insert-plot"
        id={id}
        popover="auto"
        ref={list}
        onBeforeToggle={() => placeBelow(list, opener)}
      >
        <Show
          when={plots().length > 0}
          fallback={<p>No plot has anything to show yet. Run the part whose plot you want first.</p>}
        >
          <ul>
            <For each={plots()}>
              {({ place, cell }) => (
                <li>
                  <button
                    type="button"
                    onClick={() => {
                      list?.hidePopover();
                      props.onInsert(`![${cell.question}](plot:${cell.id})`);
                    }}
                  >
                    <span class="muted">{place}</span> {cell.question}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </>
  );
}

/** Below its button, on the page: it scrolls along. */
function placeBelow(list: HTMLElement | undefined, opener: HTMLElement | undefined): void {
  if (list === undefined || opener === undefined) return;
  const { bottom, left } = opener.getBoundingClientRect();
  list.style.setProperty("--top", `${bottom + scrollY}px`);
  list.style.setProperty("--left", `${left + scrollX}px`);
}
