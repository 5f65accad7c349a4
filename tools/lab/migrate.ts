import { hashFiles } from "./hash-files.ts";
import { demandSuccess } from "./programs.ts";
import { readState, stateFolder, writeState } from "./state.ts";

export const MIGRATIONS = "worker/store/migrations";

/** Brings the embedded D1 of this state up to date; skipped where the migrations are those of the last time. */
export async function migrate(): Promise<void> {
  const migrations = hashFiles([MIGRATIONS]);
  if (readState("migrated") === migrations) return;
  await demandSuccess({
    what: "Migrating the local database",
    program: "wrangler",
    args: ["d1", "migrations", "apply", "DB", "--local", "--persist-to", stateFolder()],
  });
  writeState("migrated", migrations);
}
