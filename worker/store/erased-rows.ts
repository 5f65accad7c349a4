import * as z from "zod/mini";
import { MAX_ERASED_RUNS_A_STEP } from "../../shared/limits.ts";
import { rulesOf } from "./erasure-rules.ts";

const Id = z.object({ id: z.string() });

/** Some runs of these members, by id. */
export async function listRunsOf(db: D1Database, members: readonly string[]): Promise<readonly string[]> {
  const { results } = await db
    .prepare("SELECT id FROM runs WHERE member IN (SELECT value FROM json_each(?)) LIMIT ?")
    .bind(JSON.stringify(members), MAX_ERASED_RUNS_A_STEP)
    .all();
  return results.map((row) => Id.parse(row).id);
}

/** The statements that delete runs with what hangs on them; the bytes that they named are doomed in the same transaction. */
export function deleteRuns(db: D1Database, runs: readonly string[]): readonly D1PreparedStatement[] {
  const ids = JSON.stringify(runs);
  return [
    db.prepare(`${DOOM} SELECT weights_hash FROM runs WHERE ${AMONG("id")} ${UNLESS_DOOMED}`).bind(ids),
    db.prepare(`${DOOM} SELECT history_hash FROM runs WHERE ${AMONG("id")} ${UNLESS_DOOMED}`).bind(ids),
    ...rulesOf("delete")
      .filter(({ of }) => of === "runs")
      .map(({ table, column }) => db.prepare(`DELETE FROM ${table} WHERE ${AMONG(column)}`).bind(ids)),
    db.prepare(`DELETE FROM runs WHERE ${AMONG("id")}`).bind(ids),
  ];
}

/** The statements that delete all else of members, and those of them of whom no run is left. */
export function deleteMembers(db: D1Database, members: readonly string[]): readonly D1PreparedStatement[] {
  const ids = JSON.stringify(members);
  const rules = rulesOf("delete");
  return [
    db
      .prepare(`${DOOM} SELECT content_hash FROM submissions WHERE ${AMONG("member")} ${UNLESS_DOOMED}`)
      .bind(ids),
    ...rules
      .filter(({ of }) => of === "submissions")
      .map(({ table, column }) =>
        db
          .prepare(
            `DELETE FROM ${table} WHERE ${column} IN (SELECT id FROM submissions WHERE ${AMONG("member")})`,
          )
          .bind(ids),
      ),
    ...[...rulesOf("atOnce"), ...rules.filter(({ of, table }) => of === "members" && table !== "runs")].map(
      ({ table, column }) => db.prepare(`DELETE FROM ${table} WHERE ${AMONG(column)}`).bind(ids),
    ),
    ...rulesOf("anonymize").map(({ table, column }) =>
      db
        .prepare(
          `UPDATE ${table} SET ${column} = 'erased:' || (SELECT course FROM members WHERE id = ${column}) WHERE ${AMONG(column)}`,
        )
        .bind(ids),
    ),
    db
      .prepare(
        `DELETE FROM members WHERE ${AMONG("id")} AND erased_at IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM runs WHERE member = members.id)`,
      )
      .bind(ids),
  ];
}

const AMONG = (column: string) => `${column} IN (SELECT value FROM json_each(?1))`;
const DOOM = "INSERT INTO doomed_bytes (hash)";
/** Bytes that are doomed anew, after they were deleted and stored again, are to be deleted again. */
const UNLESS_DOOMED = "ON CONFLICT (hash) DO UPDATE SET deleted_at = NULL";
