import type { Member } from "./members.ts";

const WAYS_IN = ["sign_in_keys", "recovery_codes", "passkeys", "passkey_challenges", "sessions"] as const;

/** The statements that end every way in of someone who is a student by then; the staff's stay. */
export function endWaysIn(
  db: D1Database,
  member: Pick<Member, "id" | "course">,
): readonly D1PreparedStatement[] {
  return WAYS_IN.map((table) =>
    db
      .prepare(
        `DELETE FROM ${table} WHERE member = ?1 AND course = ?2
         AND EXISTS (SELECT 1 FROM members WHERE id = ?1 AND role = 'student')`,
      )
      .bind(member.id, member.course),
  );
}
