import type { Kernels } from "../kernels/kernels.ts";

const ALIGNMENT_BYTES = 16;

/** Plans where a training's numbers lie in the kernels' memory, then reserves it all at once: nothing moves afterwards. */
export type Space = {
  /** Room for `count` 32-bit numbers, rounded up to whole vectors; the byte address. */
  take(count: number): number;
  takeDoubles(count: number): number;
  /** Reserves what was taken, all zeros. Throws RangeError when the memory cannot grow so far. */
  settle(): SettledSpace;
};

export type SettledSpace = {
  floats(address: number, count: number): Float32Array;
  doubles(address: number, count: number): Float64Array;
};

export function makeSpace(kernels: Kernels): Space {
  const start = kernels.reserve(0);
  let end = start;
  const takeBytes = (bytes: number) => {
    const address = end;
    end += Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    return address;
  };
  return {
    take: (count) => takeBytes(4 * count),
    takeDoubles: (count) => takeBytes(8 * count),
    settle() {
      if (kernels.reserve(end - start) === 0) {
        throw new RangeError(`training needs ${end - start} bytes of memory, more than this device gives`);
      }
      kernels.clear(start, (end - start) / 4);
      const { buffer } = kernels.memory;
      return {
        floats: (address, count) => new Float32Array(buffer, address, count),
        doubles: (address, count) => new Float64Array(buffer, address, count),
      };
    },
  };
}
