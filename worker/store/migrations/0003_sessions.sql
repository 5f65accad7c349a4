-- A session can be seen and ended by its member: it says what opened it, when, and when it was last used.
CREATE TABLE sessions_seen (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  browser TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Sessions from before were opened 180 days before they expire, by what nobody wrote down.
INSERT INTO sessions_seen (token_hash, id, course, member, browser, opened_at, seen_at, expires_at)
  SELECT token_hash, lower(hex(randomblob(16))), course, member, '',
    strftime('%Y-%m-%dT%H:%M:%fZ', expires_at, '-180 days'), strftime('%Y-%m-%dT%H:%M:%fZ', expires_at, '-180 days'), expires_at
  FROM sessions;
DROP TABLE sessions;
ALTER TABLE sessions_seen RENAME TO sessions;
CREATE INDEX sessions_member ON sessions (member, expires_at);
CREATE INDEX sign_in_keys_member ON sign_in_keys (member);

-- With its code a member comes back from any browser. One a member; a new one takes the place of the old.
CREATE TABLE recovery_codes (
  member TEXT PRIMARY KEY REFERENCES members (id),
  code_hash TEXT NOT NULL UNIQUE,
  course TEXT NOT NULL REFERENCES courses (course),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
