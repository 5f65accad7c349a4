import type { DraftAssignment } from "./draft.ts";

/** What is open: the homework's own texts (both null), a problem, or a part of one, by their places. */
export type Place = { readonly problem: number | null; readonly part: number | null };
export const HEAD: Place = { problem: null, part: null };

/** A draft, and what was open when it came to be: undoing shows what it undoes. */
export type Step = { readonly draft: DraftAssignment; readonly place: Place };

export type History = {
  /** Oldest first. */
  readonly past: readonly Step[];
  readonly now: Step;
  /** What was undone, the next to do again first. */
  readonly future: readonly Step[];
  /** The field that is being typed into, and when it last was, in milliseconds; null after anything else. */
  readonly typing: { readonly field: string; readonly at: number } | null;
};

const MOST_STEPS = 300;
/** What is typed into one field without a longer pause is undone at once. */
const PAUSE_MILLISECONDS = 1_000;

export function beginHistory(draft: DraftAssignment): History {
  return { past: [], now: { draft, place: HEAD }, future: [], typing: null };
}

/** One more step. `typing` names the field of a change that is made letter by letter. */
export function record(
  history: History,
  step: Step,
  { typing, at }: { readonly typing: string | null; readonly at: number },
): History {
  const { past, now } = history;
  const goesOn =
    typing !== null && history.typing?.field === typing && at - history.typing.at < PAUSE_MILLISECONDS;
  return {
    past: goesOn ? past : [...past, now].slice(-MOST_STEPS),
    now: step,
    future: [],
    typing: typing === null ? null : { field: typing, at },
  };
}

/** Opens another place, which is no step of its own. */
export function visit(history: History, place: Place): History {
  return { ...history, now: { ...history.now, place }, typing: null };
}

export function undo({ past, now, future }: History): History {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future, typing: null };
  const undone = { draft: now.draft, place: before.place };
  return { past: past.slice(0, -1), now: before, future: [undone, ...future], typing: null };
}

export function redo({ past, now, future }: History): History {
  const [next, ...rest] = future;
  if (next === undefined) return { past, now, future, typing: null };
  return { past: [...past, now], now: next, future: rest, typing: null };
}
