import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import { goToPart } from "./go-to-part.ts";

/** The share of the window, from its top, in which a part that begins is the one being read. */
const READING_SHARE = 0.2;

/**
 * The part that the reader is at: the last whose top is in the upper fifth of the window or above; null above the first. Looked up
 * once a frame while the page moves: an IntersectionObserver says nothing of a part that a jump passes over.
 */
export function createCurrentPart(ids: Accessor<readonly string[]>): Accessor<string | null> {
  const [current, setCurrent] = createSignal<string | null>(null);
  let frame = 0;
  const look = () => {
    frame = 0;
    const line = innerHeight * READING_SHARE;
    const isReached = (id: string) =>
      (document.getElementById(id)?.getBoundingClientRect().top ?? line) < line;
    setCurrent(ids().findLast(isReached) ?? null);
  };
  const lookSoon = () => {
    frame ||= requestAnimationFrame(look);
  };
  createEffect(() => {
    ids();
    lookSoon();
  });
  for (const event of ["scroll", "resize"]) addEventListener(event, lookSoon, { passive: true });
  onCleanup(() => {
    cancelAnimationFrame(frame);
    for (const event of ["scroll", "resize"]) removeEventListener(event, lookSoon);
  });

  // The address may name a part, which comes to the page a moment later.
  let wanted: string | null = decodeURIComponent(location.hash.slice(1));
  createEffect(() => {
    if (wanted === null || !ids().includes(wanted)) return;
    goToPart(wanted);
    wanted = null;
  });
  return current;
}
