import { type Accessor, createEffect } from "solid-js";
import { movePosition, smallestChange } from "./smallest-change.ts";

/** Shows `text` in a box. What comes from elsewhere leaves the cursor where it can. */
export function createLiveText(box: HTMLInputElement | HTMLTextAreaElement, text: Accessor<string>): void {
  createEffect(() => {
    const change = smallestChange(box.value, text());
    if (change === null) return;
    const [start, end] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
    const isFocused = box === document.activeElement;
    box.value = text();
    if (isFocused) box.setSelectionRange(movePosition(start, change), movePosition(end, change));
  });
}
