/** Rows of one height of which only those near the sight are drawn. */
export type Window = { readonly from: number; readonly to: number };

/** Drawn beyond the sight, so that a quick scroll finds something there. */
const BEYOND = 8;

/** The rows from `from` to before `to` that can be seen, and some more. Lengths in px. */
export function windowOf(
  count: number,
  { top, height, row }: { top: number; height: number; row: number },
): Window {
  const from = Math.max(0, Math.floor(top / row) - BEYOND);
  const to = Math.min(count, Math.ceil((top + height) / row) + BEYOND);
  return { from: Math.min(from, to), to };
}

/** Where the rows have to be scrolled to so that one can be seen whole. */
export function scrollToRow(
  at: number,
  { top, height, row }: { top: number; height: number; row: number },
): number {
  if (at * row < top) return at * row;
  return Math.max(top, (at + 1) * row - height);
}
