import type { PartRange, Task, Work } from "../../../shared/training/simd/team.ts";
import { ABSOLUTES, CLAIM, type Desk, DONE, GATHERED, LINE_NUMBERS, lineOf, SQUARES } from "./desk.ts";

/** Of the gradients: the second thread begins when the first has done one of them. */
const BLOCKS = 8;

/** Does what of a task nobody else claims first; `order`: the parts in the order in which this side claims them. */
export function takeParts(
  desk: Desk,
  task: number,
  { order, read, work }: { order: readonly number[]; read: () => Task; work: Work },
): void {
  const { words, numbers, parts } = desk;
  const own: number[] = [];
  let next: Task | null = null;
  for (const part of order) {
    if (!claim(words, part, task)) continue;
    // As long as a part is claimed and not done, the leader posts no other task.
    next ??= read();
    const { squares, absolutes } = work.part(next, { index: part, of: parts });
    const at = (part + 1) * LINE_NUMBERS;
    numbers[at + SQUARES] = squares;
    numbers[at + ABSOLUTES] = absolutes;
    if (next.kind === "pass") own.push(part);
    else Atomics.store(words, lineOf(part) + DONE, task);
  }
  if (next?.kind !== "pass") return;
  gather(desk, listRanges(own), { images: next.images, work });
  for (const part of own) Atomics.store(words, lineOf(part) + DONE, task);
}

/** Block after block, each when the part before has been added to it. */
function gather(
  { words }: Desk,
  ranges: readonly PartRange[],
  { images, work }: { images: number; work: Work },
): void {
  for (let index = 0; index < BLOCKS; index++) {
    for (const range of ranges) {
      if (range.first > 0) while (Atomics.load(words, lineOf(range.first - 1) + GATHERED) <= index);
      work.gather(range, images, { index, of: BLOCKS });
      Atomics.store(words, lineOf(range.last) + GATHERED, index + 1);
    }
  }
}

/** Parts as the fewest ranges, in order. */
function listRanges(parts: readonly number[]): readonly PartRange[] {
  const ranges: PartRange[] = [];
  for (const part of parts.toSorted((a, b) => a - b)) {
    const before = ranges.at(-1);
    if (before?.last === part - 1) ranges[ranges.length - 1] = { first: before.first, last: part };
    else ranges.push({ first: part, last: part });
  }
  return ranges;
}

function claim(words: Int32Array, part: number, task: number): boolean {
  const at = lineOf(part) + CLAIM;
  return Atomics.compareExchange(words, at, 2 * task, 2 * task + 1) === 2 * task;
}
