import { onCleanup } from "solid-js";
import { actionOf, type DeskAction, type KeyPlace } from "./keys.ts";

/** Listens to the desk's keys until the owner is gone. A handler that does nothing gives false. */
export function createDeskKeys(act: (action: DeskAction) => boolean): void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (document.querySelector("dialog[open], [popover]:popover-open") !== null) return;
    const action = actionOf({
      key: event.key,
      withControl: event.ctrlKey || event.metaKey,
      withAlt: event.altKey,
      on: placeOf(event.target),
    });
    if (action === null || (event.repeat && action.kind !== "next" && action.kind !== "previous")) return;
    if (act(action)) event.preventDefault();
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return "page";
  if (target.isContentEditable || target.matches("textarea")) return "text";
  if (target.matches("input[type=checkbox]")) return "page";
  if (target.matches("input")) return "line";
  if (target.matches("select, [role=tab], [role=slider]")) return "choice";
  if (target.matches("button, a, summary")) return "press";
  return target.matches(".table-frame, pre") ? "scroll" : "page";
}
