import { createSignal, onCleanup } from "solid-js";
import { Button } from "./button.tsx";

const SAID_MILLISECONDS = 1_800;

/** Copies what `text` gives; the button says whether that worked. */
export function CopyButton(props: { label: string; text: () => string }) {
  const [said, setSaid] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    setSaid(
      await navigator.clipboard.writeText(props.text()).then(
        () => "Copied",
        () => "Not allowed to copy",
      ),
    );
    clearTimeout(timer);
    timer = setTimeout(() => setSaid(null), SAID_MILLISECONDS);
  };
  return (
    <Button kind="quiet" onClick={copy}>
      <span aria-live="polite">{said() ?? props.label}</span>
    </Button>
  );
}
