import type { JSX } from "solid-js";

/** An explanation one click away. */
export function Help(props: { summary: string; open?: boolean; children: JSX.Element }) {
  return (
    <details class="help" open={props.open}>
      <summary>{props.summary}</summary>
      <div class="stack">{props.children}</div>
    </details>
  );
}
