import { A } from "@solidjs/router";
import { type JSX, splitProps } from "solid-js";

type Look = { readonly kind?: "primary" | "plain" | "quiet"; readonly size?: "normal" | "large" };

export function Button(props: Look & JSX.ButtonHTMLAttributes<HTMLButtonElement>) {
  const [look, rest] = splitProps(props, ["kind", "size", "class"]);
  return (
    <button
      type="button"
      {...rest}
      class={`button ${look.class ?? ""}`}
      data-kind={look.kind}
      data-size={look.size}
    />
  );
}

/** A link that looks like a button: for where one goes, not for what one does. */
export function ButtonLink(props: Look & { href: string; children: JSX.Element }) {
  return (
    <A class="button" data-kind={props.kind} data-size={props.size} href={props.href}>
      {props.children}
    </A>
  );
}
