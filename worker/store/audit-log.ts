import * as z from "zod/mini";
import { type AuditLog, Change } from "../../shared/api/staff.ts";
import { MAX_AUDIT_ENTRIES } from "../../shared/limits.ts";
import type { Member } from "./members.ts";

export type NewEntry = { readonly actor: Member; readonly change: Change; readonly now: string };

/**
 * The statement that writes down a change, for the batch that makes it, right after the statement that does: where that changed
 * no row, nothing is written.
 */
export function insertAudit(db: D1Database, { actor, change, now }: NewEntry): D1PreparedStatement {
  return db
    .prepare(
      "INSERT INTO audit_log (course, at, actor, change, detail) SELECT ?, ?, ?, ?, ? WHERE changes() > 0",
    )
    .bind(actor.course, now, actor.id, change.kind, JSON.stringify(change));
}

/** The same where the batch was found to change something before it was made. */
export function insertAuditEntry(db: D1Database, { actor, change, now }: NewEntry): D1PreparedStatement {
  return db
    .prepare("INSERT INTO audit_log (course, at, actor, change, detail) VALUES (?, ?, ?, ?, ?)")
    .bind(actor.course, now, actor.id, change.kind, JSON.stringify(change));
}

const Row = z.object({ id: z.int(), at: z.string(), pseudonym: z.string(), detail: z.string() });

/** What is wanted of a log; null where it is not narrowed by that. */
export type AuditQuery = {
  /** The id of the entry above the page. */
  readonly before: number | null;
  readonly kinds: readonly string[] | null;
  /** A part of the name of who made the change, or of whom it was made to. */
  readonly person: string | null;
};

/** A course's changes, newest first, a page of them. */
export async function listAudit(
  db: D1Database,
  course: string,
  { before, kinds, person }: AuditQuery,
): Promise<AuditLog> {
  const { results } = await db
    .prepare(
      `SELECT a.id, a.at, a.detail, m.pseudonym FROM audit_log a JOIN members m ON m.id = a.actor
       WHERE a.course = ?1 AND (?2 IS NULL OR a.id < ?2)
       AND (?3 IS NULL OR a.change IN (SELECT value FROM json_each(?3)))
       AND (?4 IS NULL OR instr(lower(m.pseudonym), lower(?4)) > 0
         OR instr(lower(COALESCE(json_extract(a.detail, '$.who'), '')), lower(?4)) > 0)
       ORDER BY a.id DESC LIMIT ?5`,
    )
    .bind(course, before, kinds === null ? null : JSON.stringify(kinds), person, MAX_AUDIT_ENTRIES + 1)
    .all();
  const rows = results.map((row) => Row.parse(row));
  const shown = rows.slice(0, MAX_AUDIT_ENTRIES);
  return {
    entries: shown.map(({ at, pseudonym, detail }) => ({
      at,
      actor: pseudonym,
      change: Change.parse(JSON.parse(detail)),
    })),
    next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}
