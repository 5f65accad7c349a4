import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Whether an element is in the window now: `ref` it with the first. */
export function createSight(): readonly [ref: (element: Element) => void, isInSight: Accessor<boolean>] {
  const [isInSight, setInSight] = createSignal(false);
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last !== undefined) setInSight(last.isIntersecting);
  });
  onCleanup(() => observer.disconnect());
  return [(element) => observer.observe(element), isInSight];
}
