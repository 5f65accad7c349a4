import { type Row, waitsInPart } from "../grades/rows.ts";

/** Whom a desk goes through: who waits for a grade, who handed nothing in, or everyone. */
export const QUEUES = ["waiting", "nothingHandedIn", "everyone"] as const;
export type QueueName = (typeof QUEUES)[number];

/**
 * The students whom the desk of part `p` goes through, by handle, in the gradebook's order. It is made once: who is graded meanwhile stays in
 * it, so that nothing moves under the hand.
 */
export function buildQueue(
  rows: readonly Row[],
  { p, name, section }: { readonly p: number; readonly name: QueueName; readonly section: string | null },
): readonly string[] {
  return rows
    .filter((row) => section === null || row.who?.section === section)
    .filter((row) => isIn(row, p, name))
    .map(({ handle }) => handle);
}

function isIn(row: Row, p: number, name: QueueName): boolean {
  switch (name) {
    case "waiting":
      return waitsInPart(row, p);
    case "nothingHandedIn":
      return row.submission === null;
    case "everyone":
      return true;
    default:
      return name satisfies never;
  }
}

/** The one before or after; null at either end. */
export function stepFrom(queue: readonly string[], at: string, step: 1 | -1): string | null {
  const place = queue.indexOf(at);
  return place === -1 ? (queue[0] ?? null) : (queue[place + step] ?? null);
}

/** The next after `at` that is to be graded, from the beginning again after the end; null where none is left. */
export function nextToGrade(
  queue: readonly string[],
  at: string,
  isToGrade: (handle: string) => boolean,
): string | null {
  const place = queue.indexOf(at);
  const after = [...queue.slice(place + 1), ...queue.slice(0, Math.max(0, place))];
  return after.find((handle) => handle !== at && isToGrade(handle)) ?? null;
}

/** Whose work should be here already: the one at `at`, the next `ahead`, and the one before. */
export function windowAround(queue: readonly string[], at: string, ahead: number): readonly string[] {
  const place = Math.max(0, queue.indexOf(at));
  const before = place === 0 ? [] : queue.slice(place - 1, place);
  return [...queue.slice(place, place + 1 + ahead), ...before];
}
