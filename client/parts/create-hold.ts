import { createSignal } from "solid-js";

/** Whether the reader's hand is on something: spread `pointer` where the pointer counts, and `focus` where the focus does. */
export function createHold() {
  const [pointed, setPointed] = createSignal(false);
  const [focused, setFocused] = createSignal(false);
  return {
    held: () => pointed() || focused(),
    pointer: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onPointerCancel: () => setPointed(false),
    },
    focus: {
      onFocusIn: () => setFocused(true),
      onFocusOut: (event: FocusEvent & { currentTarget: HTMLElement }) => {
        const { relatedTarget } = event;
        setFocused(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget));
      },
    },
  };
}
