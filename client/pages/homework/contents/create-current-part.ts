import { type Accessor, createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { goToPart } from "./go-to-part.ts";

/** The part that the reader is at: the last whose top is in the upper fifth of the window or above; null above the first. */
export function createCurrentPart(ids: Accessor<readonly string[]>): Accessor<string | null> {
  const [current, setCurrent] = createSignal<string | null>(null);

  createEffect(() => {
    const parts = ids();
    const above = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
          const isAbove = isIntersecting || boundingClientRect.bottom < (rootBounds?.top ?? 0);
          if (isAbove) above.add(target.id);
          else above.delete(target.id);
        }
        setCurrent(parts.findLast((id) => above.has(id)) ?? null);
      },
      { rootMargin: "0px 0px -80% 0px" },
    );
    for (const id of parts) {
      const part = document.getElementById(id);
      if (part !== null) observer.observe(part);
    }
    onCleanup(() => observer.disconnect());
  });

  // The address may name a part, which is there only now.
  onMount(() => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (ids().includes(wanted)) goToPart(wanted);
  });
  return current;
}
