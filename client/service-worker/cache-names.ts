const PREFIX = "lab-";

export function cacheName(version: string): string {
  return PREFIX + version;
}

/** The caches to delete, of all in the order in which they were made: all but the present one and the one before it, which open tabs may need. */
export function listOutdated(names: readonly string[], present: string): readonly string[] {
  return names.filter((name) => name.startsWith(PREFIX) && name !== present).slice(0, -1);
}
