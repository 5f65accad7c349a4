import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

/** In the place of what is not there: what will be here, or what went wrong, and the button to do about it. */
export function EmptyState(props: {
  title: string;
  tone?: "plain" | "failed";
  action?: JSX.Element;
  /** 1 where it stands for the whole page, 4 inside a cell. */
  level?: 1 | 2 | 4;
  children: JSX.Element;
}) {
  return (
    <div class="empty" data-tone={props.tone} role={props.tone === "failed" ? "alert" : undefined}>
      <Dynamic component={`h${props.level ?? 2}`}>{props.title}</Dynamic>
      <p>{props.children}</p>
      <Show when={props.action}>
        <div class="row">{props.action}</div>
      </Show>
    </div>
  );
}
