import * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import { Role } from "../../shared/api/courses.ts";

const Row = z.object({ token_hash: z.string(), role: Role });

/** Those of the sessions that hold now and whose members may see the class. */
export async function listWatching(
  db: D1Database,
  { course, tokenHashes, now }: { course: string; tokenHashes: readonly string[]; now: string },
): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare(
      `SELECT s.token_hash, m.role FROM sessions s JOIN members m ON m.id = s.member
       WHERE s.course = ? AND s.expires_at > ? AND s.token_hash IN (SELECT value FROM json_each(?))`,
    )
    .bind(course, now, JSON.stringify(tokenHashes))
    .all();
  const rows = results.map((row) => Row.parse(row));
  return new Set(rows.filter(({ role }) => can(role, "seeEveryone")).map(({ token_hash }) => token_hash));
}
