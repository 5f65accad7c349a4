/** What a board's answer depends on, but for the time: the course's version, and whose session asks. */
type Version = { readonly boardVersion: number; readonly session: string };

/**
 * The ETag of a board's answer. Where a hidden board opens by itself, it holds when, so that the answer ends then without anything
 * having been written.
 */
export function tagBoard({ boardVersion, session }: Version, until: number | null): string {
  return `"${boardVersion}-${session}${until === null ? "" : `-${until}`}"`;
}

/** The tag in If-None-Match that still stands for the present board; null where none does. */
export function holdsBoard(ifNoneMatch: string | undefined, version: Version, now: number): string | null {
  const lasting = tagBoard(version, null);
  const start = `${lasting.slice(0, -1)}-`;
  for (const tag of (ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""))) {
    if (tag === lasting) return tag;
    const until = tag.startsWith(start) ? /^\d{1,15}"$/.exec(tag.slice(start.length)) : null;
    if (until !== null && now < Number.parseInt(until[0], 10)) return tag;
  }
  return null;
}
