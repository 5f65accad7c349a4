import type { Word } from "./words.ts";

/** Words in a row that are compared as one: long enough that two people seldom choose the same. */
export const SHINGLE_WORDS = 6;

/** A number for every six words in a row, entry i for those from word i on; none for shorter texts. */
export function listShingles(words: readonly Word[]): Uint32Array {
  const hashes = words.map(({ text }) => hashWord(text));
  const shingles = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  for (let i = 0; i < shingles.length; i++) {
    let hash = 0;
    for (let j = 0; j < SHINGLE_WORDS; j++) hash = scramble(hash ^ (hashes[i + j] ?? 0));
    shingles[i] = hash;
  }
  return shingles;
}

/** FNV-1a on UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The last step of MurmurHash3 (Appleby): every bit of what goes in moves every bit of what comes out. */
function scramble(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
