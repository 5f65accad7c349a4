import type { FlaggedText } from "../../../shared/api/flags.ts";

export type Piece = { readonly text: string; readonly isCommon: boolean };

/** A text in pieces, those that the other text has too and those between them. */
export function cutPassages({ markdown, passages }: Pick<FlaggedText, "markdown" | "passages">): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of passages) {
    pieces.push({ text: markdown.slice(at, start), isCommon: false });
    pieces.push({ text: markdown.slice(start, end), isCommon: true });
    at = end;
  }
  pieces.push({ text: markdown.slice(at), isCommon: false });
  return pieces.filter(({ text }) => text !== "");
}
