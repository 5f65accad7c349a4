export type NewSession = {
  readonly tokenHash: string;
  readonly course: string;
  readonly member: string;
  readonly expiresAt: string;
};

/** The statement that stores a session, for a batch. */
export function insertSession(db: D1Database, session: NewSession): D1PreparedStatement {
  return db
    .prepare("INSERT INTO sessions (token_hash, course, member, expires_at) VALUES (?, ?, ?, ?)")
    .bind(session.tokenHash, session.course, session.member, session.expiresAt);
}
