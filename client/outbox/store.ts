import * as z from "zod/mini";
import { type Database, parseRow } from "./database.ts";
import { InProgress } from "./in-progress.ts";
import { KeptContents, KeptRun } from "./kept-run.ts";
import type { KeptState } from "./run-state.ts";

/** What is kept in IndexedDB: a light row for each run, its history and weights beside it, and what trains. */
export function makeStore({ open }: Database) {
  return {
    /** Both rows or neither. Rejects when the device has no room or gives the lab no storage. */
    async insertRun(run: KeptRun, contents: KeptContents): Promise<void> {
      const change = (await open()).transaction(["runs", "contents"], "readwrite");
      await Promise.all([
        change.objectStore("runs").add(run),
        change.objectStore("contents").add(contents),
        change.done,
      ]);
    },

    /** Every run that can be read; a row that another version of the lab wrote in another form is left alone. */
    async listRuns(): Promise<readonly KeptRun[]> {
      return (await (await open()).getAll("runs")).flatMap((row) => {
        const parsed = z.safeParse(KeptRun, row);
        return parsed.success ? [parsed.data] : [];
      });
    },

    async readRun(id: string): Promise<KeptRun | null> {
      return parseRow(KeptRun, await (await open()).get("runs", id));
    },

    async readContents(id: string): Promise<KeptContents | null> {
      return parseRow(KeptContents, await (await open()).get("contents", id));
    },

    /**
     * Moves runs to what `next` makes of their state as it is now in the database, so that two tabs never both act on
     * one; null leaves a run. Gives the runs that moved.
     */
    async changeStates(
      ids: readonly string[],
      next: (state: KeptState) => KeptState | null,
    ): Promise<readonly KeptRun[]> {
      const change = (await open()).transaction("runs", "readwrite");
      const moved = await Promise.all(
        ids.map(async (id) => {
          const run = parseRow(KeptRun, await change.store.get(id));
          const state = run === null ? null : next(run.state);
          if (run === null || state === null) return [];
          await change.store.put({ ...run, state });
          return [{ ...run, state }];
        }),
      );
      await change.done;
      return moved.flat();
    },

    async putInProgress(row: InProgress): Promise<void> {
      await (await open()).put("sweeps", row);
    },

    /** What trains in some tab, or did when it was closed; the newest first. */
    async listInProgress(): Promise<readonly InProgress[]> {
      const rows = (await (await open()).getAll("sweeps")).map((row) => parseRow(InProgress, row));
      return rows.filter((row) => row !== null).toSorted((a, b) => b.keptAt - a.keptAt);
    },

    async deleteInProgress(id: string): Promise<void> {
      await (await open()).delete("sweeps", id);
    },

    async deleteRuns(ids: readonly string[]): Promise<void> {
      const change = (await open()).transaction(["runs", "contents"], "readwrite");
      for (const id of ids) {
        change.objectStore("runs").delete(id);
        change.objectStore("contents").delete(id);
      }
      await change.done;
    },
  };
}
export type Store = ReturnType<typeof makeStore>;
