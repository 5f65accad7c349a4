import type { JSX } from "solid-js";
import { goToPart } from "./go-to-part.ts";

/** A link to a part, or to `hand-in`. */
export function PartLink(props: {
  to: string;
  class?: string;
  isCurrent?: boolean;
  onGo?: () => void;
  children: JSX.Element;
}) {
  return (
    <a
      class={props.class}
      href={`#${props.to}`}
      aria-current={props.isCurrent ? "location" : undefined}
      onClick={(event) => {
        event.preventDefault();
        props.onGo?.();
        goToPart(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
