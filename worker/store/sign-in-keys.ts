import type { Member } from "./members.ts";

export type NewSignInKey = {
  readonly keyHash: string;
  readonly member: Pick<Member, "id" | "course">;
  readonly now: string;
};

/** The statement that gives a member of the staff a key. */
export function insertSignInKey(db: D1Database, { keyHash, member, now }: NewSignInKey): D1PreparedStatement {
  return db
    .prepare("INSERT INTO sign_in_keys (key_hash, course, member, created_at) VALUES (?, ?, ?, ?)")
    .bind(keyHash, member.course, member.id, now);
}

/** The statement that ends a member's keys. */
export function deleteSignInKeys(db: D1Database, member: Pick<Member, "id" | "course">): D1PreparedStatement {
  return db
    .prepare("DELETE FROM sign_in_keys WHERE member = ? AND course = ?")
    .bind(member.id, member.course);
}
