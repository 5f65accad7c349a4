-- Set when a member is erased: from then on the member is on no page and in no answer, and the daily job deletes what is left.
ALTER TABLE members ADD COLUMN erased_at TEXT;
CREATE INDEX members_erased ON members (erased_at) WHERE erased_at IS NOT NULL;
-- What whoever shows people, or what they made, reads in the place of members.
CREATE VIEW present_members AS SELECT * FROM members WHERE erased_at IS NULL;

-- The erasure ledger: SHA-256 of the ids of members who were erased, and no word of who they were. KV has the same under
-- erasures/HASH, so that a restored backup of this database brings nobody back.
CREATE TABLE erasures (
  member_hash TEXT PRIMARY KEY CHECK (length(member_hash) = 64),
  erased_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes in KV that a deleted row named. They stay here for a while after they were deleted, so that whoever stores the same bytes
-- in that moment sees it and writes them again.
CREATE TABLE doomed_bytes (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  deleted_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX submissions_member ON submissions (member);
CREATE INDEX runs_of_member ON runs (member);
