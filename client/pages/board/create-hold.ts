import { createSignal } from "solid-js";

/** Whether the reader's hand is on something: the pointer over it, or the focus inside. Spread `on` on the element. */
export function createHold() {
  const [pointed, setPointed] = createSignal(false);
  const [focused, setFocused] = createSignal(false);
  return {
    held: () => pointed() || focused(),
    on: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onPointerCancel: () => setPointed(false),
      onFocusIn: () => setFocused(true),
      onFocusOut: (event: FocusEvent & { currentTarget: HTMLElement }) => {
        const { relatedTarget } = event;
        setFocused(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget));
      },
    },
  };
}
