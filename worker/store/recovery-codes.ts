import { type Member, rowToMember } from "./members.ts";

/** The statement that gives a member a code in the place of the one before. */
export function putRecoveryCode(
  db: D1Database,
  { codeHash, member, now }: { codeHash: string; member: Pick<Member, "id" | "course">; now: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO recovery_codes (member, code_hash, course, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (member) DO UPDATE SET code_hash = excluded.code_hash, created_at = excluded.created_at`,
    )
    .bind(member.id, codeHash, member.course, now);
}

export async function readMemberByRecoveryCode(db: D1Database, codeHash: string): Promise<Member | null> {
  const row = await db
    .prepare(
      `SELECT m.id, m.course, m.role, m.pseudonym FROM recovery_codes r JOIN present_members m ON m.id = r.member
       WHERE r.code_hash = ?`,
    )
    .bind(codeHash)
    .first();
  return row === null ? null : rowToMember(row);
}
