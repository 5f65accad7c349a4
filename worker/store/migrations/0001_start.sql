-- Every row carries its course: the unit of tenancy and of scale.
CREATE TABLE courses (
  course TEXT PRIMARY KEY CHECK (length(course) BETWEEN 2 AND 32),
  title TEXT NOT NULL,
  join_code TEXT NOT NULL UNIQUE,
  public_board INTEGER NOT NULL DEFAULT 0 CHECK (public_board IN (0, 1)),
  board_version INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  id TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  role TEXT NOT NULL CHECK (role IN ('student', 'instructor')),
  pseudonym TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (course, pseudonym)
) STRICT, WITHOUT ROWID;

-- Tokens are kept as SHA-256: who reads this table cannot sign in with it.
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_keys (
  key_hash TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE specs (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE course_specs (
  course TEXT NOT NULL REFERENCES courses (course),
  position INTEGER NOT NULL,
  problem TEXT NOT NULL,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  spec_id TEXT NOT NULL REFERENCES specs (id),
  sweep TEXT NOT NULL,
  PRIMARY KEY (course, position),
  UNIQUE (course, problem)
) STRICT, WITHOUT ROWID;

-- The metrics are the Worker's own. D1 would store NaN as NULL without a word: NOT NULL makes that an error.
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  spec_id TEXT NOT NULL REFERENCES specs (id),
  problem TEXT,
  width INTEGER,
  parameters INTEGER NOT NULL,
  engine TEXT NOT NULL,
  device TEXT NOT NULL,
  train_mse REAL NOT NULL,
  test_mse REAL NOT NULL,
  random_mse REAL NOT NULL,
  auroc REAL,
  claimed TEXT NOT NULL,
  verification TEXT NOT NULL CHECK (verification IN ('scored', 'reproduced', 'rejected')),
  rejection TEXT CHECK ((rejection IS NOT NULL) = (verification = 'rejected')),
  weights_hash TEXT NOT NULL,
  history_hash TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  duration_ms REAL NOT NULL,
  run_link TEXT NOT NULL UNIQUE,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_board ON runs (course, problem, width, member, test_mse, received_at) WHERE verification <> 'rejected';
CREATE INDEX runs_member ON runs (course, member, received_at);
CREATE INDEX runs_course ON runs (course, received_at);
CREATE INDEX runs_weights ON runs (weights_hash);
CREATE INDEX runs_history ON runs (history_hash);
