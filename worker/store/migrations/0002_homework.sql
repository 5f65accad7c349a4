-- Each version of a course's homework. A course without a row has version 1, the built-in one, and nothing due.
-- These two keep large texts, so they have row ids.
CREATE TABLE assignments (
  course TEXT NOT NULL REFERENCES courses (course),
  version INTEGER NOT NULL CHECK (version >= 1),
  json TEXT NOT NULL,
  due_at TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (course, version)
) STRICT;

CREATE TABLE answers (
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  cell TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  json TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (course, member, cell)
) STRICT;

-- What was handed in lies in KV under its SHA-256 and never changes; neither does a row here.
CREATE TABLE submissions (
  id TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  version INTEGER NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  received_at TEXT NOT NULL,
  due_at TEXT,
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  UNIQUE (course, member, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX submissions_course ON submissions (course, received_at);
CREATE INDEX submissions_content ON submissions (content_hash);
