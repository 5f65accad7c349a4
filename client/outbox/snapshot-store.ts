import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { countParameters } from "../../shared/spec/parameters.ts";
import { type Snapshot, snapshotEpochs } from "../engine/replay.ts";
import { type Database, parseRow } from "./database.ts";
import { beyondLimit, KeptReplay, KeptSnapshot, packSnapshot, unpackSnapshot } from "./kept-snapshots.ts";
import { MAX_SNAPSHOT_BYTES_KEPT } from "./limits.ts";

/** The snapshots of runs in IndexedDB, by the id of their spec: a light row for each run, and one for each snapshot. */
export function makeSnapshotStore({ open }: Database) {
  return {
    /** All of a spec's; null where one is not there. */
    async read(id: string, spec: ExperimentSpec): Promise<readonly Snapshot[] | null> {
      const models = (await open()).transaction("models").store;
      const found: Snapshot[] = [];
      for (const epoch of snapshotEpochs(spec)) {
        const row = parseRow(KeptSnapshot, await models.get([id, epoch]));
        const snapshot = row === null ? null : unpackSnapshot(spec.model.layers, row);
        if (snapshot === null) return null;
        found.push(snapshot);
      }
      return found;
    },

    /** In the place of what was kept of this spec; the oldest make room. Rejects when the device has none. */
    async keep(id: string, spec: ExperimentSpec, snapshots: readonly Snapshot[], now: number): Promise<void> {
      const { layers } = spec.model;
      const change = (await open()).transaction(["replays", "models"], "readwrite");
      const [replays, models] = [change.objectStore("replays"), change.objectStore("models")];
      const bytes = 4 * countParameters(layers) * snapshots.length;
      const write = async () => {
        await replays.put({ id, keptAt: now, bytes } satisfies KeptReplay);
        const kept = (await replays.getAll()).map((row) => parseRow(KeptReplay, row));
        const rows = kept.filter((row) => row !== null);
        for (const old of beyondLimit(rows, MAX_SNAPSHOT_BYTES_KEPT)) {
          await replays.delete(old);
          await models.delete(IDBKeyRange.bound([old], [old, []]));
        }
        for (const snapshot of snapshots) await models.put(packSnapshot(layers, id, snapshot));
      };
      await Promise.all([write(), change.done]);
    },
  };
}
