import { createSignal, type JSX, Show } from "solid-js";

/** An explanation one click away. `lazy` children are built only while they are open. */
export function Help(props: { summary: string; open?: boolean; lazy?: boolean; children: JSX.Element }) {
  const [open, setOpen] = createSignal(props.open ?? false);
  return (
    <details class="help" open={props.open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      <Show when={!props.lazy || open()}>
        <div class="stack">{props.children}</div>
      </Show>
    </details>
  );
}
