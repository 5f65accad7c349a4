/**
 * What the threads of a team tell each other, in memory that they share: the task at hand, and of each of its parts who has
 * claimed it and what came of it. In the t-th task a part is open as 2t and claimed as 2t + 1, and whoever claims it does it:
 * the leader from the first part on, helpers from the last. One that sleeps, is slow or never came holds nobody up.
 *
 * Who has passed images adds up what they give to the gradients, while they are in its cache: block after block, each as soon as
 * the images before them are in it. So the threads follow each other through the blocks, and none waits for all of another's.
 */
export type Desk = {
  readonly buffer: SharedArrayBuffer;
  readonly words: Int32Array;
  readonly numbers: Float64Array;
  readonly parts: number;
};

/** A part's words lie on a cache line of their own, so that claiming one slows nobody at another. */
export const [CLAIM, DONE, GATHERED, LINE_WORDS] = [0, 1, 2, 16];
/** A part's sums, on lines as well. */
export const [SQUARES, ABSOLUTES, LINE_NUMBERS] = [0, 1, 8];

export function makeDesk(parts: number): Desk {
  return openDesk(new SharedArrayBuffer((parts + 1) * (8 * LINE_NUMBERS + 4 * LINE_WORDS)), parts);
}

export function openDesk(buffer: SharedArrayBuffer, parts: number): Desk {
  const numbers = new Float64Array(buffer, 0, (parts + 1) * LINE_NUMBERS);
  return { buffer, numbers, words: new Int32Array(buffer, numbers.byteLength), parts };
}

/** Where a part's words begin; before the first part's, those of the task. */
export function lineOf(part: number): number {
  return (part + 1) * LINE_WORDS;
}
