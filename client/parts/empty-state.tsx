import { type JSX, Show } from "solid-js";

/** In the place of what is not there: what will be here, or what went wrong, and the button to do about it. */
export function EmptyState(props: {
  title: string;
  tone?: "plain" | "failed";
  action?: JSX.Element;
  /** 1 where it stands for the whole page. */
  level?: 1 | 2;
  children: JSX.Element;
}) {
  return (
    <div class="empty" data-tone={props.tone} role={props.tone === "failed" ? "alert" : undefined}>
      <Show when={props.level === 1} fallback={<h2>{props.title}</h2>}>
        <h1>{props.title}</h1>
      </Show>
      <p>{props.children}</p>
      <Show when={props.action}>
        <div class="row">{props.action}</div>
      </Show>
    </div>
  );
}
