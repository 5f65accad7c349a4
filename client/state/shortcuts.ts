import { onCleanup } from "solid-js";

/** Keys that work anywhere on a page: `Ctrl+Enter` (Cmd+Enter on a Mac) and `Escape`. A handler that does nothing gives false. */
export type Shortcuts = { readonly "Ctrl+Enter": () => boolean; readonly Escape: () => boolean };

/** Listens until the owner is gone. Escape stays with an open menu or dialog. */
export function createShortcuts(shortcuts: Shortcuts): void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const control = event.ctrlKey || event.metaKey;
    const isMenuOpen = document.querySelector("dialog[open], [popover]:popover-open") !== null;
    const done =
      event.key === "Enter" && control
        ? shortcuts["Ctrl+Enter"]()
        : event.key === "Escape" && !isMenuOpen && shortcuts.Escape();
    if (done) event.preventDefault();
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
}
