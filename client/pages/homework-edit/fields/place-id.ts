import type { Path } from "../../../../shared/assignment/edit/change.ts";

/** The id of the element that holds a field, for the list of complaints to lead to. */
export function fieldId(path: Path): string {
  return `field-${path.map(String).join("-")}`;
}

const CONTROLS = "input, textarea, select, [contenteditable], button";

/** Puts the keyboard into the field at a path, or the nearest around it that is on the page. */
export function focusField(path: Path): void {
  for (let length = path.length; length > 0; length--) {
    const holder = document.getElementById(fieldId(path.slice(0, length)));
    const control = holder?.querySelector<HTMLElement>(CONTROLS);
    if (control === null || control === undefined) continue;
    control.focus();
    holder?.scrollIntoView({ block: "center" });
    return;
  }
}
