/** Rings once, at the earliest of the times that it was set to. */
export function makeAlarm(ring: () => void) {
  let set: { readonly id: ReturnType<typeof setTimeout>; readonly at: number } | null = null;
  function clear(): void {
    if (set !== null) clearTimeout(set.id);
    set = null;
  }
  return {
    clear,
    /** `at` is in milliseconds since 1970. */
    set(at: number): void {
      if (set !== null && set.at <= at) return;
      clear();
      const id = setTimeout(() => {
        set = null;
        ring();
      }, at - Date.now());
      set = { at, id };
    },
  };
}
