import { onMount } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";

export type NewLink = { readonly name: string; readonly key: string };

/** A sign-in link, this once. */
export function SignInLink(props: { link: NewLink; onDone: () => void }) {
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  const address = () => `${location.origin}/sign-in#${props.link.key}`;
  return (
    <div class="recovery-card stack">
      <h3 tabindex="-1" ref={heading}>
        Sign-in link of {props.link.name}
      </h3>
      <p class="sign-in-link">
        <code>{address()}</code>
      </p>
      <p class="muted">
        Send it to {props.link.name} alone: whoever has it is {props.link.name}. It is shown this once; a new
        one ends it.
      </p>
      <div class="row">
        <CopyButton label="Copy the link" text={address} />
        <Button kind="quiet" onClick={() => props.onDone()}>
          Done
        </Button>
      </div>
    </div>
  );
}
