import * as z from "zod/mini";
import { Here } from "../../shared/api/live.ts";
import { PRESENCE_KEPT_SECONDS } from "../../shared/limits.ts";

const Row = z.object({ member: z.string(), json: z.string() });

/** Where the students of a course last were, in the object's own SQLite: it outlives hibernation, and is no record. */
export type PresenceStore = {
  put(here: Here): void;
  /** Those of the last hours. */
  list(now: number): Here[];
  /** What is older than that. */
  forgetOld(now: number): void;
  forgetMember(member: string): void;
};

export function makePresence(sql: SqlStorage): PresenceStore {
  sql.exec("CREATE TABLE IF NOT EXISTS here (member TEXT PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL)");
  const oldest = (now: number) => new Date(now - PRESENCE_KEPT_SECONDS * 1_000).toISOString();
  return {
    put({ member, part, errors, at }) {
      sql.exec(
        "INSERT INTO here (member, at, json) VALUES (?, ?, ?) ON CONFLICT (member) DO UPDATE SET at = excluded.at, json = excluded.json",
        member,
        at,
        JSON.stringify({ member, part, errors, at }),
      );
    },
    list: (now) =>
      sql
        .exec("SELECT member, json FROM here WHERE at > ? ORDER BY member", oldest(now))
        .toArray()
        .map((row) => Here.parse(JSON.parse(Row.parse(row).json))),
    forgetOld(now) {
      sql.exec("DELETE FROM here WHERE at <= ?", oldest(now));
    },
    forgetMember(member) {
      sql.exec("DELETE FROM here WHERE member = ?", member);
    },
  };
}
