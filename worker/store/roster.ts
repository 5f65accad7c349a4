import * as z from "zod/mini";
import type { RosterRow } from "../../shared/api/roster.ts";
import type { RosterFields } from "../../shared/roster/plan-import.ts";
import type { Member } from "./members.ts";

const Row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  student_id: z.string(),
  section: z.string(),
  canvas_id: z.string(),
  login: z.string(),
  member: z.nullable(z.string()),
});

/** Whom a course expects, by section and name. */
export async function listRoster(db: D1Database, course: string): Promise<readonly RosterRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, name, email, student_id, section, canvas_id, login, member FROM roster
       WHERE course = ? ORDER BY section, name, id`,
    )
    .bind(course)
    .all();
  return results.map((row) => {
    const { student_id: studentId, canvas_id: canvasId, ...rest } = Row.parse(row);
    return { ...rest, studentId, canvasId };
  });
}

export async function hasRoster(db: D1Database, course: string): Promise<boolean> {
  return (
    (await db.prepare("SELECT 1 AS one FROM roster WHERE course = ? LIMIT 1").bind(course).first()) !== null
  );
}

export type RosterWrite = {
  readonly course: string;
  readonly added: readonly (RosterFields & { readonly id: string })[];
  readonly changed: readonly (RosterFields & { readonly id: string })[];
  /** Ids; who has joined meanwhile stays. */
  readonly removed: readonly string[];
  readonly now: string;
};

/**
 * The statements of an import, whatever its size; UNIQUE refuses one that another overtook. Rows that change give up what is
 * unique before they take what is new, so that two can change places.
 */
export function writeRoster(
  db: D1Database,
  { course, added, changed, removed, now }: RosterWrite,
): readonly D1PreparedStatement[] {
  const changedJson = JSON.stringify(changed);
  return [
    db
      .prepare(
        `DELETE FROM roster WHERE course = ?1 AND member IS NULL AND id IN (SELECT value FROM json_each(?2))`,
      )
      .bind(course, JSON.stringify(removed)),
    db
      .prepare(
        `UPDATE roster SET student_id = '', email = ''
         WHERE course = ?1 AND id IN (SELECT value ->> 'id' FROM json_each(?2))`,
      )
      .bind(course, changedJson),
    db
      .prepare(
        `UPDATE roster SET name = j.value ->> 'name', email = j.value ->> 'email', student_id = j.value ->> 'studentId',
           section = j.value ->> 'section', canvas_id = j.value ->> 'canvasId', login = j.value ->> 'login'
         FROM json_each(?2) AS j WHERE roster.course = ?1 AND roster.id = j.value ->> 'id'`,
      )
      .bind(course, changedJson),
    db
      .prepare(
        `INSERT INTO roster (id, course, name, email, student_id, section, canvas_id, login, created_at)
         SELECT value ->> 'id', ?1, value ->> 'name', value ->> 'email', value ->> 'studentId', value ->> 'section',
           value ->> 'canvasId', value ->> 'login', ?3 FROM json_each(?2)`,
      )
      .bind(course, JSON.stringify(added), now),
  ];
}

/** What a person gives to be known by; empty for what was not given. */
export type Claim = { readonly studentId: string; readonly email: string };

/** The row of a course that nobody is bound to and that a claim names: by student id or login, else by email. Null for none. */
export async function findFreeRow(
  db: D1Database,
  course: string,
  { studentId, email }: Claim,
): Promise<string | null> {
  return await db
    .prepare(
      `SELECT id FROM roster WHERE course = ?1 AND member IS NULL AND (
         (?2 <> '' AND (lower(student_id) = lower(?2) OR lower(login) = lower(?2))) OR (?3 <> '' AND email = lower(?3)))
       ORDER BY lower(student_id) = lower(?2) DESC, lower(login) = lower(?2) DESC LIMIT 1`,
    )
    .bind(course, studentId, email)
    .first("id");
}

/** The statement that binds a row to a student of its course; it changes nothing where the row is bound already. */
export function bindRow(
  db: D1Database,
  { id, member }: { readonly id: string; readonly member: Pick<Member, "id" | "course"> },
): D1PreparedStatement {
  return db
    .prepare("UPDATE roster SET member = ? WHERE id = ? AND course = ? AND member IS NULL")
    .bind(member.id, id, member.course);
}

/** The statement that takes a row's student from it. */
export function unbindRow(db: D1Database, course: string, id: string): D1PreparedStatement {
  return db
    .prepare("UPDATE roster SET member = NULL WHERE id = ? AND course = ? AND member IS NOT NULL")
    .bind(id, course);
}

/** The member that a row of a course is bound to, null for none; undefined where there is no such row. */
export async function readBound(
  db: D1Database,
  course: string,
  id: string,
): Promise<string | null | undefined> {
  const row = await db
    .prepare("SELECT member FROM roster WHERE id = ? AND course = ?")
    .bind(id, course)
    .first();
  return row === null ? undefined : Bound.parse(row).member;
}
const Bound = z.object({ member: z.nullable(z.string()) });

/** The statement that gives the row of a member, if there is one, a name. */
export function renameRow(db: D1Database, member: Member, name: string): D1PreparedStatement {
  return db
    .prepare("UPDATE roster SET name = ? WHERE member = ? AND course = ?")
    .bind(name, member.id, member.course);
}
