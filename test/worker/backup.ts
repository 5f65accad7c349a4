import { env } from "cloudflare:workers";
import * as z from "zod/mini";

const Table = z.object({ name: z.string() });
const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Backup = ReadonlyMap<string, readonly z.infer<typeof Row>[]>;

/** The tables of the schema, without those of the platform. */
export async function listTables(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'd1\\_%' ESCAPE '\\'
     AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  ).all();
  return results.map((row) => Table.parse(row).name);
}

/** Every row of every table, as a backup of D1 holds them. */
export async function takeBackup(): Promise<Backup> {
  const tables = await listTables();
  const found = await env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`)));
  return new Map(tables.map((table, i) => [table, (found[i]?.results ?? []).map((row) => Row.parse(row))]));
}

const Trigger = z.object({ name: z.string(), sql: z.string() });

/** The database as it was then: what came since is gone, what went is back, and no trigger runs for it. KV has no backup. */
export async function restoreBackup(backup: Backup): Promise<void> {
  const { results } = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
  ).all();
  const triggers = results.map((row) => Trigger.parse(row));
  await env.DB.batch([
    env.DB.prepare("PRAGMA defer_foreign_keys = ON"),
    ...triggers.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
    ...Array.from(backup.keys(), (table) => env.DB.prepare(`DELETE FROM ${table}`)),
    ...Array.from(backup).flatMap(([table, rows]) =>
      rows.map((row) => {
        const columns = Object.keys(row);
        return env.DB.prepare(
          `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
        ).bind(...Object.values(row));
      }),
    ),
    ...triggers.map(({ sql }) => env.DB.prepare(sql)),
  ]);
}
