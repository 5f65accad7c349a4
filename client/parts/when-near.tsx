import { createSignal, type JSX, onCleanup, onMount, Show, Suspense } from "solid-js";

/**
 * Leaves its children out until the reader comes to them: what they load and train is not in the way before. `within` is how far off
 * they may be, as a CSS length or a share of the window's height; they must be in sight where it is left out.
 */
export function WhenNear(props: { class: string; id?: string; within?: string; children: JSX.Element }) {
  let host: HTMLDivElement | undefined;
  const [near, setNear] = createSignal(false);
  onMount(() => {
    if (host === undefined) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: `${props.within ?? "0px"} 0px`,
    });
    observer.observe(host);
    onCleanup(() => observer.disconnect());
  });
  return (
    <div class={props.class} id={props.id} ref={host}>
      <Show when={near()}>
        <Suspense>{props.children}</Suspense>
      </Show>
    </div>
  );
}
