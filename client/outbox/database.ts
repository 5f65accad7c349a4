import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as z from "zod/mini";

/** Values are unknown to the database: what is read back was written by another day's code, and is parsed. */
interface Schema extends DBSchema {
  runs: { key: string; value: unknown };
  contents: { key: string; value: unknown };
  sweeps: { key: string; value: unknown };
  drafts: { key: [course: string, member: string, cell: string]; value: unknown };
  assignments: { key: string; value: unknown };
  handIns: { key: [course: string, member: string]; value: unknown };
  replays: { key: string; value: unknown };
  models: { key: [id: string, epoch: number]; value: unknown };
}

const DATABASE = "latent-lab";
/** 1: runs and contents; 2: sweeps; 3: drafts, assignments and handIns; 4: replays; 5: models, their snapshots. */
const VERSION = 5;

const KEY_PATHS = {
  runs: "id",
  contents: "id",
  sweeps: "id",
  drafts: ["course", "member", "cell"],
  assignments: "course",
  handIns: ["course", "member"],
  replays: "id",
  models: ["id", "epoch"],
} as const;

/** A tab's way to the lab's IndexedDB: opened when it is first asked, and again after the browser closed it. */
export function makeDatabase() {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opening = null;
  };
  /** Lets a newer version of the lab, in another tab, upgrade it. */
  const close = () => {
    opening?.then((database) => database.close());
    forget();
  };
  return {
    /** Rejects where the browser gives the lab no storage. */
    open(): Promise<IDBPDatabase<Schema>> {
      opening ??= openDB<Schema>(DATABASE, VERSION, {
        upgrade(database) {
          for (const name of STORES) {
            if (database.objectStoreNames.contains(name)) continue;
            const path = KEY_PATHS[name];
            database.createObjectStore(name, { keyPath: typeof path === "string" ? path : [...path] });
          }
        },
        blocking: close,
        terminated: forget,
      }).catch((error: unknown) => {
        forget();
        throw error;
      });
      return opening;
    },
  };
}
export type Database = ReturnType<typeof makeDatabase>;

const STORES = [
  "runs",
  "contents",
  "sweeps",
  "drafts",
  "assignments",
  "handIns",
  "replays",
  "models",
] as const;

/** A row as `schema` has it; null for none, and for one that another version of the lab wrote in another form. */
export function parseRow<T>(schema: z.ZodMiniType<T>, row: unknown): T | null {
  const parsed = z.safeParse(schema, row);
  return parsed.success ? parsed.data : null;
}
