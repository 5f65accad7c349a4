/**
 * Holds the lock `name` as long as this tab lives, or until the returned function is called; null where another tab holds it.
 * Pages served over plain http from another machine have no locks: there every tab takes what it finds.
 */
export async function holdLock(name: string): Promise<(() => void) | null> {
  if (!("locks" in navigator)) return () => {};
  return await new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return resolve(null);
      await new Promise<void>((release) => resolve(release));
    });
  });
}
