import { type Database, parseRow } from "./database.ts";
import { beyondLimit, countBytes, KeptReplay, KeptSnapshots } from "./kept-snapshots.ts";
import { MAX_SNAPSHOT_BYTES_KEPT } from "./limits.ts";

/** The snapshots of runs in IndexedDB, by the id of their spec: a light row for each, and its numbers beside it. */
export function makeSnapshotStore({ open }: Database) {
  return {
    async read(id: string): Promise<KeptSnapshots | null> {
      return parseRow(KeptSnapshots, await (await open()).get("snapshots", id));
    },

    /** In the place of what was kept of this spec; the oldest make room. Rejects when the device has none. */
    async keep(snapshots: KeptSnapshots, now: number): Promise<void> {
      const { id } = snapshots;
      const change = (await open()).transaction(["replays", "snapshots"], "readwrite");
      const [rows, numbers] = [change.objectStore("replays"), change.objectStore("snapshots")];
      await rows.put({ id, keptAt: now, bytes: countBytes(snapshots) } satisfies KeptReplay);
      const kept = (await rows.getAll())
        .map((row) => parseRow(KeptReplay, row))
        .filter((row) => row !== null);
      const old = beyondLimit(kept, MAX_SNAPSHOT_BYTES_KEPT);
      await Promise.all([
        ...old.flatMap((one) => [rows.delete(one), numbers.delete(one)]),
        numbers.put(snapshots),
        change.done,
      ]);
    },
  };
}
