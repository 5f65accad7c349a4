import * as z from "zod/mini";
import { Role } from "../../shared/api/courses.ts";

const Row = z.object({ id: z.string(), course: z.string(), role: Role, pseudonym: z.string() });
/** Who is asking: a member of one course. */
export type Member = z.infer<typeof Row>;

export type NewMember = Member & { readonly createdAt: string };

/** The statement that stores a member, for a batch; UNIQUE (course, pseudonym) may refuse it. */
export function insertMember(db: D1Database, member: NewMember): D1PreparedStatement {
  return db
    .prepare("INSERT INTO members (id, course, role, pseudonym, created_at) VALUES (?, ?, ?, ?, ?)")
    .bind(member.id, member.course, member.role, member.pseudonym, member.createdAt);
}

export async function readMemberBySignInKey(db: D1Database, keyHash: string): Promise<Member | null> {
  const row = await db
    .prepare(
      "SELECT m.id, m.course, m.role, m.pseudonym FROM sign_in_keys k JOIN members m ON m.id = k.member WHERE k.key_hash = ?",
    )
    .bind(keyHash)
    .first();
  return row === null ? null : Row.parse(row);
}

/** The member behind a session of `course` that has not expired by `now`. */
export async function readMemberBySession(
  db: D1Database,
  { tokenHash, course, now }: { tokenHash: string; course: string; now: string },
): Promise<Member | null> {
  const row = await db
    .prepare(
      `SELECT m.id, m.course, m.role, m.pseudonym FROM sessions s JOIN members m ON m.id = s.member
       WHERE s.token_hash = ? AND s.course = ? AND s.expires_at > ?`,
    )
    .bind(tokenHash, course, now)
    .first();
  return row === null ? null : Row.parse(row);
}
