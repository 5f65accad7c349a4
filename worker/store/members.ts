import * as z from "zod/mini";
import { Role } from "../../shared/api/courses.ts";

const Row = z.object({ id: z.string(), course: z.string(), role: Role, pseudonym: z.string() });
/** Who is asking: a member of one course. */
export type Member = z.infer<typeof Row>;

export function rowToMember(row: unknown): Member {
  return Row.parse(row);
}

/** `name` as the person gave it, empty for none. */
export type NewMember = Member & { readonly name?: string; readonly createdAt: string };

/** The statement that stores a member, for a batch; UNIQUE (course, pseudonym) may refuse it. */
export function insertMember(db: D1Database, member: NewMember): D1PreparedStatement {
  return db
    .prepare("INSERT INTO members (id, course, role, pseudonym, name, created_at) VALUES (?, ?, ?, ?, ?, ?)")
    .bind(member.id, member.course, member.role, member.pseudonym, member.name ?? "", member.createdAt);
}

/** The same, where a row of the roster is free for the member; else it stores nothing. */
export function insertMemberOfRow(db: D1Database, member: NewMember, row: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO members (id, course, role, pseudonym, name, created_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6
       WHERE EXISTS (SELECT 1 FROM roster WHERE id = ?7 AND course = ?2 AND member IS NULL)`,
    )
    .bind(member.id, member.course, member.role, member.pseudonym, member.name ?? "", member.createdAt, row);
}

/** The statement that gives a member another name. */
export function renameMember(db: D1Database, member: Member, name: string): D1PreparedStatement {
  return db
    .prepare("UPDATE members SET name = ? WHERE id = ? AND course = ?")
    .bind(name, member.id, member.course);
}

export async function readMemberBySignInKey(db: D1Database, keyHash: string): Promise<Member | null> {
  const row = await db
    .prepare(
      "SELECT m.id, m.course, m.role, m.pseudonym FROM sign_in_keys k JOIN present_members m ON m.id = k.member WHERE k.key_hash = ?",
    )
    .bind(keyHash)
    .first();
  return row === null ? null : rowToMember(row);
}

const SessionRow = z.extend(Row, { seen_at: z.string() });

/** The member behind a session of `course` that has not expired by `now`, and when the session was last noted to be in use. */
export async function readMemberBySession(
  db: D1Database,
  { tokenHash, course, now }: { tokenHash: string; course: string; now: string },
): Promise<{ readonly member: Member; readonly seenAt: string } | null> {
  const row = await db
    .prepare(
      `SELECT m.id, m.course, m.role, m.pseudonym, s.seen_at FROM sessions s JOIN present_members m ON m.id = s.member
       WHERE s.token_hash = ? AND s.course = ? AND s.expires_at > ?`,
    )
    .bind(tokenHash, course, now)
    .first();
  if (row === null) return null;
  const { seen_at: seenAt, ...member } = SessionRow.parse(row);
  return { member, seenAt };
}

/** A member of a course by id, or null. */
export async function readMemberById(db: D1Database, course: string, id: string): Promise<Member | null> {
  const row = await db
    .prepare("SELECT id, course, role, pseudonym FROM present_members WHERE course = ? AND id = ?")
    .bind(course, id)
    .first();
  return row === null ? null : rowToMember(row);
}

/** The statement that changes a role; it changes nothing where a course would be left without an owner. */
export function setRole(db: D1Database, member: Member, role: Role): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE members SET role = ?1 WHERE id = ?2 AND course = ?3 AND erased_at IS NULL
       AND (role <> 'owner' OR (SELECT COUNT(*) FROM present_members WHERE course = ?3 AND role = 'owner') > 1)`,
    )
    .bind(role, member.id, member.course);
}

const ListedRow = z.extend(Row, {
  name: z.string(),
  section: z.string(),
  created_at: z.string(),
  seen_at: z.nullable(z.string()),
  browsers: z.int(),
});

/** Everyone in a course, the staff first, in the order of joining, and the sessions that each has open. */
export async function listMembers(
  db: D1Database,
  { course, now }: { course: string; now: string },
): Promise<readonly ListedMember[]> {
  const { results } = await db
    .prepare(
      `SELECT m.id, m.course, m.role, m.pseudonym, COALESCE(NULLIF(o.name, ''), m.name) AS name,
         COALESCE(o.section, '') AS section, m.created_at, MAX(s.seen_at) AS seen_at, COUNT(s.id) AS browsers
       FROM present_members m LEFT JOIN roster o ON o.member = m.id LEFT JOIN sessions s ON s.member = m.id AND s.expires_at > ?
       WHERE m.course = ? GROUP BY m.id ORDER BY m.role = 'student', m.created_at, m.id`,
    )
    .bind(now, course)
    .all();
  return results.map((row) => {
    const { created_at: joinedAt, seen_at: seenAt, browsers, ...member } = ListedRow.parse(row);
    return { ...member, joinedAt, seenAt, browsers };
  });
}

export type ListedMember = Member & {
  /** Of the roster, else as the member gave it; empty where neither says. */
  readonly name: string;
  readonly section: string;
  readonly joinedAt: string;
  /** When one of the sessions that are open was last used; null where none is. */
  readonly seenAt: string | null;
  readonly browsers: number;
};
