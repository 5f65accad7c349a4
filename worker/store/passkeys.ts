import * as z from "zod/mini";
import { MAX_PASSKEYS_A_MEMBER } from "../../shared/limits.ts";
import { type Member, rowToMember } from "./members.ts";

export type NewPasskey = {
  readonly id: string;
  readonly member: Member;
  readonly name: string;
  /** Base64url, as is the key, which is COSE. */
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly now: string;
};

/**
 * The statement that stores a passkey, for a batch; it stores nothing for who has as many as one may, or has left the staff.
 * UNIQUE (credential_id) may refuse it.
 */
export function insertPasskey(db: D1Database, passkey: NewPasskey): D1PreparedStatement {
  const { id, member, name, credentialId, publicKey, counter, now } = passkey;
  return db
    .prepare(
      `INSERT INTO passkeys (id, course, member, name, credential_id, public_key, counter, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
       WHERE EXISTS (SELECT 1 FROM present_members WHERE id = ?3 AND course = ?2 AND role <> 'student')
       AND (SELECT COUNT(*) FROM passkeys WHERE member = ?3) < ?9`,
    )
    .bind(id, member.course, member.id, name, credentialId, publicKey, counter, now, MAX_PASSKEYS_A_MEMBER);
}

const Row = z.object({
  id: z.string(),
  name: z.string(),
  credential_id: z.string(),
  created_at: z.string(),
  used_at: z.nullable(z.string()),
});

export type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly credentialId: string;
  readonly addedAt: string;
  /** Null before it signed anyone in. */
  readonly usedAt: string | null;
};

/** A member's passkeys in the order in which they were added. */
export async function listPasskeys(db: D1Database, member: Member): Promise<readonly Passkey[]> {
  const { results } = await db
    .prepare(
      `SELECT id, name, credential_id, created_at, used_at FROM passkeys
       WHERE member = ? AND course = ? ORDER BY created_at, id`,
    )
    .bind(member.id, member.course)
    .all();
  return results.map((row) => {
    const { id, name, credential_id: credentialId, created_at: addedAt, used_at: usedAt } = Row.parse(row);
    return { id, name, credentialId, addedAt, usedAt };
  });
}

/** The statement that removes a passkey of a member. */
export function deletePasskey(db: D1Database, member: Member, id: string): D1PreparedStatement {
  return db
    .prepare("DELETE FROM passkeys WHERE id = ? AND member = ? AND course = ?")
    .bind(id, member.id, member.course);
}

const KeyRow = z.object({ passkey: z.string(), public_key: z.string(), counter: z.int() });

export type Key = {
  readonly id: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly member: Member;
};

/** The passkey of a credential and whose it is; null where nobody has it. */
export async function readKey(db: D1Database, credentialId: string): Promise<Key | null> {
  const row = await db
    .prepare(
      `SELECT p.id AS passkey, p.public_key, p.counter, m.id, m.course, m.role, m.pseudonym
       FROM passkeys p JOIN present_members m ON m.id = p.member WHERE p.credential_id = ?`,
    )
    .bind(credentialId)
    .first();
  if (row === null) return null;
  const { passkey: id, public_key: publicKey, counter } = KeyRow.parse(row);
  return { id, publicKey, counter, member: rowToMember(row) };
}

/** Notes that a passkey signed someone in; false where it was removed or used since it was read. */
export async function useKey(
  db: D1Database,
  { key, counter, now }: { key: Key; counter: number; now: string },
): Promise<boolean> {
  const { meta } = await db
    .prepare("UPDATE passkeys SET counter = ?, used_at = ? WHERE id = ? AND counter = ?")
    .bind(counter, now, key.id, key.counter)
    .run();
  return meta.changes > 0;
}
