import * as z from "zod/mini";
import { MAX_ERASED_BYTES_A_STEP } from "../../shared/limits.ts";

const Doomed = z.object({ hash: z.string(), is_named: z.int() });

const AMONG = "hash IN (SELECT value FROM json_each(?1))";
const NAMED = `(EXISTS (SELECT 1 FROM runs WHERE weights_hash = hash) OR EXISTS (SELECT 1 FROM runs WHERE history_hash = hash)
  OR EXISTS (SELECT 1 FROM submissions WHERE content_hash = hash))`;

/** Bytes that are to be deleted, and whether a row that is left names them. */
export async function listDoomed(db: D1Database): Promise<readonly { hash: string; isNamed: boolean }[]> {
  const { results } = await db
    .prepare(
      `SELECT hash, ${NAMED} AS is_named FROM doomed_bytes WHERE deleted_at IS NULL ORDER BY hash LIMIT ?`,
    )
    .bind(MAX_ERASED_BYTES_A_STEP)
    .all();
  return results.map((row) => {
    const { hash, is_named } = Doomed.parse(row);
    return { hash, isNamed: is_named === 1 };
  });
}

/** Which of these bytes a row names by now. */
export async function listNamed(db: D1Database, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare(`SELECT hash, ${NAMED} AS is_named FROM (SELECT value AS hash FROM json_each(?))`)
    .bind(JSON.stringify(hashes))
    .all();
  const rows = results.map((row) => Doomed.parse(row));
  return new Set(rows.filter(({ is_named }) => is_named === 1).map(({ hash }) => hash));
}

/** The statement that notes that bytes were deleted. */
export function markDeleted(db: D1Database, hashes: readonly string[], now: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE doomed_bytes SET deleted_at = ?2 WHERE ${AMONG}`)
    .bind(JSON.stringify(hashes), now);
}

/** The statement that takes bytes off the list. */
export function spareBytes(db: D1Database, hashes: readonly string[]): D1PreparedStatement {
  return db.prepare(`DELETE FROM doomed_bytes WHERE ${AMONG}`).bind(JSON.stringify(hashes));
}

/** The statement that forgets what was deleted before `before`. */
export function forgetDeleted(db: D1Database, before: string): D1PreparedStatement {
  return db.prepare("DELETE FROM doomed_bytes WHERE deleted_at < ?").bind(before);
}

/** The statement, for the batch that stores a row, that tells which of the bytes it names may be deleted in this moment. */
export function selectDoomed(db: D1Database, hashes: readonly string[]): D1PreparedStatement {
  return db.prepare(`SELECT hash FROM doomed_bytes WHERE ${AMONG}`).bind(JSON.stringify(hashes));
}

const Hash = z.object({ hash: z.string() });

/** What came of `selectDoomed`. */
export function rowsToHashes(result: D1Result | undefined): ReadonlySet<string> {
  return new Set(result?.results.map((row) => Hash.parse(row).hash));
}
