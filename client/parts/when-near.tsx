import { createSignal, type JSX, onCleanup, onMount, Show, Suspense } from "solid-js";

/** Leaves its children out until the reader comes to them: what they load and train is not in the way before. */
export function WhenNear(props: { class: string; id?: string; children: JSX.Element }) {
  let host: HTMLDivElement | undefined;
  const [near, setNear] = createSignal(false);
  onMount(() => {
    if (host === undefined) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true));
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
