/** The most entries that one memory holds; the oldest goes first. */
const MAX_ENTRIES = 500;

/**
 * Remembers for a moment what was read, so that a class that asks each second reads once: askers share one reading, also
 * one that is still under way. What failed or was absent is not kept. Lives as long as the isolate.
 */
export function makeRecent<V>(freshMilliseconds: number) {
  const known = new Map<string, { readonly at: number; readonly value: Promise<V | null> }>();
  return {
    read(key: string, now: number, read: () => Promise<V | null>): Promise<V | null> {
      const found = known.get(key);
      if (found !== undefined && now - found.at < freshMilliseconds) return found.value;
      const value = read();
      known.delete(key);
      known.set(key, { at: now, value });
      const forget = () => known.get(key)?.value === value && known.delete(key);
      value.then((result) => result === null && forget(), forget);
      for (const oldest of known.keys()) {
        if (known.size <= MAX_ENTRIES) break;
        known.delete(oldest);
      }
      return value;
    },
    forget: (key: string) => void known.delete(key),
    forgetAll: () => known.clear(),
  };
}
