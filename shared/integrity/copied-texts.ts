import { listShingles, SHINGLE_WORDS } from "./shingles.ts";
import { listWords } from "./words.ts";

/** Shorter texts say too little to be anyone's own: six words in a row at this many places. */
export const MIN_SHINGLES = 20;
/** So much of the shorter text must stand in the other: whole, or nearly whole. */
export const MIN_SHARED = 0.8;
/** Texts by which a text may have been tried first, before each is compared exactly. */
const MOST_SOURCES = 8;

/** A text, as two are compared: the different shingles in it that neither the homework nor an empty cell has. */
export type OwnShingles = ReadonlySet<number>;

/** The shingles of what everyone was given (prompts, labels, starters), which are no one's own. */
export function givenShingles(texts: readonly string[]): OwnShingles {
  return new Set(texts.flatMap((text) => [...listShingles(listWords(text))]));
}

export function ownShingles(markdown: string, given: OwnShingles): OwnShingles {
  return new Set(listShingles(listWords(markdown)).filter((shingle) => !given.has(shingle)));
}

/** That text `later` (its place in the list) stands nearly whole in text `earlier`, or the other way round. */
export type Copy = {
  readonly later: number;
  readonly earlier: number;
  /** Of the shorter one, 0 to 1. */
  readonly share: number;
  readonly common: readonly number[];
};

/**
 * For each text that shares nearly all of the shorter with one before it in the list, the one with which it shares most.
 * Each shingle leads to the first text that has it, so that a class costs one pass over its words.
 */
export function findCopies(texts: readonly OwnShingles[]): readonly Copy[] {
  const firstWith = new Map<number, number>();
  return texts.flatMap((own, later) => {
    if (own.size < MIN_SHINGLES) return [];
    const met = new Map<number, number>();
    for (const shingle of own) {
      const first = firstWith.get(shingle);
      if (first === undefined) firstWith.set(shingle, later);
      else met.set(first, (met.get(first) ?? 0) + 1);
    }
    const sources = [...met].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_SOURCES);
    const copies = sources.flatMap(([earlier]) => {
      const other = texts[earlier];
      return other === undefined ? [] : [{ later, earlier, ...compare(own, other) }];
    });
    const [best] = copies.sort((a, b) => b.share - a.share);
    return best === undefined || best.share < MIN_SHARED ? [] : [best];
  });
}

function compare(a: OwnShingles, b: OwnShingles): Pick<Copy, "share" | "common"> {
  const common = [...a].filter((shingle) => b.has(shingle));
  return { share: common.length / Math.min(a.size, b.size), common };
}

/** A passage of a text, in characters from its start, the end not included. */
export type Passage = readonly [start: number, end: number];

/** The passages of a text that hold some of these shingles, in order, none touching the next. */
export function findPassages(markdown: string, common: ReadonlySet<number>): readonly Passage[] {
  const words = listWords(markdown);
  const passages: [number, number][] = [];
  let lastWord = -1;
  for (const [i, shingle] of listShingles(words).entries()) {
    if (!common.has(shingle)) continue;
    const [first, last] = [words[i], words[i + SHINGLE_WORDS - 1]];
    if (first === undefined || last === undefined) continue;
    const open = passages.at(-1);
    if (open !== undefined && i <= lastWord + 1) open[1] = last.end;
    else passages.push([first.start, last.end]);
    lastWord = i + SHINGLE_WORDS - 1;
  }
  return passages;
}

/** When a text was begun and when it was last saved; ISO 8601 in UTC. `begunAt` null where nobody wrote it down. */
export type WritingTimes = { readonly begunAt: string | null; readonly savedAt: string };

/** Which of two was there first: "unclear" where the one that was begun first was saved last. */
export function whoWasFirst(a: WritingTimes, b: WritingTimes): "a" | "b" | "unclear" {
  const saved = a.savedAt <= b.savedAt ? "a" : "b";
  if (a.begunAt === null || b.begunAt === null || a.begunAt === b.begunAt) return saved;
  return (a.begunAt < b.begunAt ? "a" : "b") === saved ? saved : "unclear";
}
