import { type Accessor, onCleanup } from "solid-js";
import { goToPart } from "./go-to-part.ts";

/** Alt and an arrow go to the next part or the one before, wherever nothing is being typed. */
export function createPartKeys(ids: Accessor<readonly string[]>, current: Accessor<string | null>): void {
  const listen = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const at = ids().indexOf(findFocused(ids()) ?? current() ?? "");
    const next = ids()[Math.max(0, at + step)];
    if (next === undefined) return;
    event.preventDefault();
    goToPart(next);
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
}

/** The part that the keyboard is in. */
function findFocused(ids: readonly string[]): string | null {
  return ids.find((id) => document.getElementById(id)?.contains(document.activeElement)) ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=slider]"))
  );
}
