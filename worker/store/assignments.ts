import * as z from "zod/mini";
import type { VersionSummary, VersionView } from "../../shared/api/homework.ts";
import { Assignment } from "../../shared/assignment/assignment.ts";

const Row = z.object({ version: z.int(), json: z.string() });

/** The newest version of a course's homework; null for a course that never put one. */
export async function readNewestAssignment(db: D1Database, course: string): Promise<VersionView | null> {
  const found = await db
    .prepare("SELECT version, json FROM assignments WHERE course = ? ORDER BY version DESC LIMIT 1")
    .bind(course)
    .first();
  return found === null ? null : rowToVersion(found);
}

/** One version of a course's homework; null where there is no row of it, as for a built-in one. */
export async function readVersion(
  db: D1Database,
  { course, version }: { readonly course: string; readonly version: number },
): Promise<VersionView | null> {
  const found = await db
    .prepare("SELECT version, json FROM assignments WHERE course = ? AND version = ?")
    .bind(course, version)
    .first();
  return found === null ? null : rowToVersion(found);
}

function rowToVersion(row: unknown): VersionView {
  const { version, json } = Row.parse(row);
  return { assignment: Assignment.parse(JSON.parse(json)), version };
}

const ListedRow = z.object({
  version: z.int(),
  at: z.nullable(z.string()),
  by: z.nullable(z.string()),
  summary: z.string(),
  submissions: z.int(),
});

/** A course's versions, newest first. The first is always there: it is the built-in one, with a row or without. */
export async function listVersions(db: D1Database, course: string): Promise<VersionSummary[]> {
  const { results } = await db
    .prepare(
      `SELECT v.version, CASE WHEN v.version > 1 THEN a.created_at END AS at, m.pseudonym AS by,
         COALESCE(a.summary, '') AS summary, COALESCE(s.count, 0) AS submissions
       FROM (SELECT version FROM assignments WHERE course = ?1 UNION SELECT 1) v
       LEFT JOIN assignments a ON a.course = ?1 AND a.version = v.version LEFT JOIN members m ON m.id = a.author
       LEFT JOIN (SELECT version, COUNT(*) AS count FROM submissions WHERE course = ?1 GROUP BY version) s
         ON s.version = v.version
       ORDER BY v.version DESC`,
    )
    .bind(course)
    .all();
  return results.map((row) => ListedRow.parse(row));
}

export type NewVersion = {
  readonly course: string;
  readonly version: number;
  /** Canonical. */
  readonly json: string;
  /** The id of who made it. */
  readonly author: string;
  /** What changed in it, a sentence. */
  readonly summary: string;
  readonly now: string;
};

/** The statement that stores a version on top of the one before it; it changes nothing when another is the newest by now. */
export function insertAssignment(db: D1Database, version: NewVersion): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO assignments (course, version, json, author, summary, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE ${NEWEST_VERSION} = ?2 - 1`,
    )
    .bind(version.course, version.version, version.json, version.author, version.summary, version.now);
}

/** What is newest in the course that is parameter 1; the built-in homework counts as version 1. */
export const NEWEST_VERSION = "COALESCE((SELECT MAX(version) FROM assignments WHERE course = ?1), 1)";
