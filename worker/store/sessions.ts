import * as z from "zod/mini";
import type { Member } from "./members.ts";

export type NewSession = {
  readonly id: string;
  readonly tokenHash: string;
  readonly course: string;
  readonly member: string;
  /** What opened it, in words; empty where nothing said so. */
  readonly browser: string;
  readonly now: string;
  readonly expiresAt: string;
};

/** The statement that stores a session, for a batch. */
export function insertSession(db: D1Database, session: NewSession): D1PreparedStatement {
  const { tokenHash, id, course, member, browser, now, expiresAt } = session;
  return db
    .prepare(
      `INSERT INTO sessions (token_hash, id, course, member, browser, opened_at, seen_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(tokenHash, id, course, member, browser, now, now, expiresAt);
}

const Row = z.object({
  id: z.string(),
  token_hash: z.string(),
  browser: z.string(),
  opened_at: z.string(),
  seen_at: z.string(),
});

export type Session = {
  readonly id: string;
  readonly tokenHash: string;
  readonly browser: string;
  readonly openedAt: string;
  readonly seenAt: string;
};

/** A member's sessions that have not expired, the last used first. */
export async function listSessions(
  db: D1Database,
  { member, now }: { member: Member; now: string },
): Promise<readonly Session[]> {
  const { results } = await db
    .prepare(
      `SELECT id, token_hash, browser, opened_at, seen_at FROM sessions
       WHERE member = ? AND course = ? AND expires_at > ? ORDER BY seen_at DESC, opened_at DESC, id`,
    )
    .bind(member.id, member.course, now)
    .all();
  return results.map((row) => {
    const { id, token_hash: tokenHash, browser, opened_at: openedAt, seen_at: seenAt } = Row.parse(row);
    return { id, tokenHash, browser, openedAt, seenAt };
  });
}

/** Notes that a session is in use. */
export async function touchSession(db: D1Database, tokenHash: string, now: string): Promise<void> {
  await db.prepare("UPDATE sessions SET seen_at = ? WHERE token_hash = ?").bind(now, tokenHash).run();
}

/** Ends one session of a member; false when the member has none of that id. */
export async function deleteSession(db: D1Database, member: Member, id: string): Promise<boolean> {
  const { meta } = await db
    .prepare("DELETE FROM sessions WHERE member = ? AND course = ? AND id = ?")
    .bind(member.id, member.course, id)
    .run();
  return meta.changes > 0;
}

/** The statement that ends all sessions of a member. */
export function deleteSessions(db: D1Database, member: Pick<Member, "id" | "course">): D1PreparedStatement {
  return db.prepare("DELETE FROM sessions WHERE member = ? AND course = ?").bind(member.id, member.course);
}
