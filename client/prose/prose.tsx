import { createEffect, createMemo, createResource, createRoot, createSignal, For, type JSX } from "solid-js";
import { Portal } from "solid-js/web";

/** Marked, KaTeX and DOMPurify come when the first text is shown. */
const [renderer] = createRoot(() => createResource(() => import("./render.ts")));

/** A place in a text where a plot stands. The same one is kept while the text around it changes. */
type Place = { readonly cell: string; readonly element: HTMLElement };

/**
 * A text in Markdown with math. `figure` gives what is shown where the text refers to a cell's plot (`![...](plot:1f-plot)`), null
 * where that has nothing to show. Suspends until the renderer is there.
 */
export function Prose(props: { markdown: string; figure?: (cellId: string) => JSX.Element | null }) {
  const html = createMemo(() => renderer()?.renderProse(props.markdown) ?? "");
  const [places, setPlaces] = createSignal<readonly Place[]>([]);
  const known = new Map<string, Place>();
  let host: HTMLDivElement | undefined;

  createEffect(() => {
    if (host === undefined) return;
    host.innerHTML = html();
    setPlaces(fillPlaces(host, known));
    makeScrollable(host);
  });

  return (
    <>
      <div class="prose" ref={host} />
      <For each={places()}>
        {({ cell, element }) => (
          <Portal mount={element}>{props.figure?.(cell) ?? <NothingToShow cell={cell} />}</Portal>
        )}
      </For>
    </>
  );
}

function NothingToShow(props: { cell: string }) {
  return <p class="prose-reason">(plot {props.cell}: it has nothing to show yet)</p>;
}

/** Puts an element of its own at each reference to a plot; one that was there before moves, with what is in it. */
function fillPlaces(host: HTMLElement, known: Map<string, Place>): readonly Place[] {
  const counts = new Map<string, number>();
  return Array.from(host.querySelectorAll<HTMLElement>("[data-plot]"), (reference) => {
    const cell = reference.dataset.plot ?? "";
    const nth = counts.get(cell) ?? 0;
    counts.set(cell, nth + 1);
    const key = `${cell} ${nth}`;
    const place = known.get(key) ?? { cell, element: document.createElement("div") };
    known.set(key, place);
    reference.replaceChildren(place.element);
    return place;
  });
}

/** A formula or a table that is wider than the page scrolls in its own frame, by keyboard too. */
function makeScrollable(host: HTMLElement): void {
  for (const wide of host.querySelectorAll<HTMLElement>(".prose-formula, table")) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }
}
