import type { Part, PartRange } from "../../../../shared/training/simd/team.ts";

const ENTRIES = 1_000;

/** What threads gathered, in the order in which they began to: memory that they share. */
export function makeLog(): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * (1 + 2 * ENTRIES));
}

export function openLog(buffer: SharedArrayBuffer) {
  const words = new Int32Array(buffer);
  return {
    /** Logs each part of a range; as `gather` of a thread's work. */
    add({ first, last }: PartRange, _images: number, { index }: Part): void {
      for (let part = first; part <= last; part++) {
        const entry = 1 + 2 * Atomics.add(words, 0, 1);
        Atomics.store(words, entry, index);
        Atomics.store(words, entry + 1, part);
      }
    },
    /** The parts that each block of the gradients took, in order. */
    partsOfBlocks(): readonly (readonly number[])[] {
      const count = words[0] ?? 0;
      const entries = Array.from({ length: count }, (_, i) => words.subarray(1 + 2 * i, 3 + 2 * i));
      const blocks = new Set(entries.map(([block]) => block));
      return Array.from(blocks, (block) =>
        entries.filter(([of]) => of === block).map(([, part]) => part ?? Number.NaN),
      );
    },
  };
}
