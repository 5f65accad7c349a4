-- When an answer was first saved: which of two texts was there first. Null in rows from before.
ALTER TABLE answers ADD COLUMN begun_at TEXT;

-- What finds runs of equal weights, and runs that their seed was not found to give, without reading every run.
CREATE INDEX runs_shared ON runs (course, weights_hash, member, verification);
CREATE INDEX runs_scored ON runs (course, received_at) WHERE verification = 'scored';

-- Test error minus train error as honest training of a spec gives it, and how far rounding moves it: a function of the spec,
-- kept since it costs several trainings. Null where honest training gives no number.
CREATE TABLE honest_gaps (
  spec_id TEXT PRIMARY KEY REFERENCES specs (id),
  train_mse REAL,
  test_mse REAL,
  sigma REAL,
  CHECK ((train_mse IS NULL) = (test_mse IS NULL) AND (train_mse IS NULL) = (sigma IS NULL))
) STRICT, WITHOUT ROWID;

-- Flags follow from runs and answers whenever they are asked for; only that someone has looked at one is kept. `flag` is the
-- SHA-256 of what the flag rests on, so that new evidence is another flag.
CREATE TABLE flag_reviews (
  course TEXT NOT NULL REFERENCES courses (course),
  flag TEXT NOT NULL CHECK (length(flag) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('sameWeights', 'otherWeights', 'gap', 'copiedText')),
  -- Whose work it is about; `other` where it is about two students.
  member TEXT NOT NULL REFERENCES members (id),
  other TEXT REFERENCES members (id),
  note TEXT NOT NULL,
  reviewed_by TEXT NOT NULL REFERENCES members (id),
  reviewed_at TEXT NOT NULL,
  PRIMARY KEY (course, flag)
) STRICT, WITHOUT ROWID;
