import type { JSX } from "solid-js";

/** A table that scrolls in its own frame, by keyboard too, so that the page never does sideways. */
export function Table(props: { caption: string; captionHidden?: boolean; children: JSX.Element }) {
  return (
    <section class="table-frame" tabindex="0" aria-label={props.caption}>
      <table class="table">
        <caption classList={{ unseen: props.captionHidden ?? false }}>{props.caption}</caption>
        {props.children}
      </table>
    </section>
  );
}
