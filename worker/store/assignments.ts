import * as z from "zod/mini";
import type { AssignmentView } from "../../shared/api/homework.ts";
import { Assignment } from "../../shared/assignment/assignment.ts";

const Row = z.object({ version: z.int(), json: z.string(), due_at: z.nullable(z.string()) });

/** The newest version of a course's homework; null for a course that never put one. */
export async function readNewestAssignment(db: D1Database, course: string): Promise<AssignmentView | null> {
  const found = await db
    .prepare("SELECT version, json, due_at FROM assignments WHERE course = ? ORDER BY version DESC LIMIT 1")
    .bind(course)
    .first();
  if (found === null) return null;
  const { version, json, due_at } = Row.parse(found);
  return { assignment: Assignment.parse(JSON.parse(json)), version, dueAt: due_at };
}

export type NewVersion = {
  readonly course: string;
  readonly version: number;
  /** Canonical. */
  readonly json: string;
  readonly dueAt: string | null;
  readonly now: string;
};

/** What is newest in the course before; the built-in homework counts as version 1. */
const NEWEST = "COALESCE((SELECT MAX(version) FROM assignments WHERE course = ?1), 1)";

/** The statement that stores a version on top of the one before it; it changes nothing when another is the newest by now. */
export function insertAssignment(db: D1Database, version: NewVersion): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO assignments (course, version, json, due_at, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5 WHERE ${NEWEST} = ?2 - 1`,
    )
    .bind(version.course, version.version, version.json, version.dueAt, version.now);
}

/** The statement that sets when the newest version is due, which a course's built-in homework gets its row by; it changes nothing when another is the newest by now. */
export function setDueAt(db: D1Database, version: NewVersion): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO assignments (course, version, json, due_at, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5 WHERE ${NEWEST} = ?2
       ON CONFLICT (course, version) DO UPDATE SET due_at = excluded.due_at`,
    )
    .bind(version.course, version.version, version.json, version.dueAt, version.now);
}
