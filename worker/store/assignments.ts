import * as z from "zod/mini";
import { Assignment } from "../../shared/assignment/assignment.ts";

const Row = z.object({ version: z.int(), json: z.string() });

/** A version of a homework. */
export type Version = { readonly assignment: Assignment; readonly version: number };

/** The newest version of a course's homework; null for a course that never put one. */
export async function readNewestAssignment(db: D1Database, course: string): Promise<Version | null> {
  const found = await db
    .prepare("SELECT version, json FROM assignments WHERE course = ? ORDER BY version DESC LIMIT 1")
    .bind(course)
    .first();
  if (found === null) return null;
  const { version, json } = Row.parse(found);
  return { assignment: Assignment.parse(JSON.parse(json)), version };
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
