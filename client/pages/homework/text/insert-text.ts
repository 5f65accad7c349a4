/** Puts a block at the cursor of a box, with empty lines around it. The browser's undo takes it out again. */
export function insertAtCursor(box: HTMLTextAreaElement, block: string): void {
  const [before, after] = [box.value.slice(0, box.selectionStart), box.value.slice(box.selectionEnd)];
  const text = spaceBlock(before, block, after);
  box.focus();
  // Long deprecated, and still the one way to change a text box that undo knows.
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

/** A block with the line ends that set it apart from what is before and after it. */
export function spaceBlock(before: string, block: string, after: string): string {
  const above = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return `${above}${block}${below}`;
}
