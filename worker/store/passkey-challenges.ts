import { MAX_SIGN_IN_CHALLENGES } from "../../shared/limits.ts";
import type { Member } from "./members.ts";

export type NewChallenge = {
  readonly challenge: string;
  /** Who adds a passkey; null where someone signs in. */
  readonly member: Member | null;
  readonly expiresAt: string;
};

/** Stores a challenge: a member's takes the place of the one before, and among those of nobody the oldest make room. */
export async function putChallenge(
  db: D1Database,
  { challenge, member, expiresAt }: NewChallenge,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO passkey_challenges (challenge, course, member, expires_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (member) DO UPDATE SET challenge = excluded.challenge, expires_at = excluded.expires_at`,
      )
      .bind(challenge, member?.course ?? null, member?.id ?? null, expiresAt),
    db
      .prepare(
        `DELETE FROM passkey_challenges WHERE member IS NULL AND challenge IN
         (SELECT challenge FROM passkey_challenges WHERE member IS NULL ORDER BY expires_at DESC LIMIT -1 OFFSET ?)`,
      )
      .bind(MAX_SIGN_IN_CHALLENGES),
  ]);
}

/** Uses a challenge up; false where it was used or expired by `now`, or is not this member's (null: someone's who signs in). */
export async function takeChallenge(
  db: D1Database,
  { challenge, member, now }: { challenge: string; member: Member | null; now: string },
): Promise<boolean> {
  const { meta } = await db
    .prepare("DELETE FROM passkey_challenges WHERE challenge = ? AND member IS ? AND expires_at > ?")
    .bind(challenge, member?.id ?? null, now)
    .run();
  return meta.changes > 0;
}

/** Deletes the challenges that nobody answered in time. */
export async function deleteExpiredChallenges(db: D1Database, now: string): Promise<void> {
  await db.prepare("DELETE FROM passkey_challenges WHERE expires_at <= ?").bind(now).run();
}
