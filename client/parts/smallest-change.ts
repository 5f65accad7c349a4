/** What turns one text into another: the characters between the first and the last that differ. */
export type Change = { readonly from: number; readonly to: number; readonly insert: string };

/** The smallest single change from `before` to `after`, null where they are equal. A cursor outside of it can stay. */
export function smallestChange(before: string, after: string): Change | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Where a cursor at `position` is after a change: what stands behind it moves along, what was taken out leaves it at its start. */
export function movePosition(position: number, { from, to, insert }: Change): number {
  if (position <= from) return position;
  return position >= to ? position + insert.length - (to - from) : from;
}
