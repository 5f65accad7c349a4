/** Where free memory begins; grows the memory to hold `bytes` from there, or answers 0 where it cannot. */
export function reserve(bytes: usize): usize {
  const start = (__heap_base + 15) & ~15;
  const pages = <i32>((start + bytes + 0xffff) >>> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  return start;
}

/** n numbers from `address` on become 0. */
export function clear(address: usize, n: i32): void {
  memory.fill(address, 0, (<usize>n) << 2);
}
