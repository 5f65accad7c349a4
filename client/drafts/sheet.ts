import type { Answer } from "../../shared/assignment/answers.ts";
import type { Draft } from "./draft.ts";

/** What a tab holds of one cell: the draft as the device has it, and what was typed since. */
export type Sheet = {
  readonly draft: Draft | null;
  readonly unsaved: Unsaved | null;
  /** The device could not keep the draft, which is in this tab alone; why. */
  readonly unkept: string | null;
};

/** `seen` is the device's answer that was changed, null where there was none. */
export type Unsaved = { readonly answer: Answer; readonly seen: Answer | null };

export const BLANK: Sheet = { draft: null, unsaved: null, unkept: null };

/** What the cell shows; null where it is untouched. */
export function answerOn({ draft, unsaved }: Sheet): Answer | null {
  return unsaved?.answer ?? draft?.answer ?? null;
}

/** What of a cell is in this tab alone; null where the device has it all. */
export function aloneOn({ draft, unsaved, unkept }: Sheet): Unsaved | null {
  if (unsaved !== null) return unsaved;
  return unkept === null || draft === null ? null : { answer: draft.answer, seen: draft.base.answer };
}
