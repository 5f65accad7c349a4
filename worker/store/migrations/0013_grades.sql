-- What a proposal rests on, as JSON (shared/grading/facts.ts). Submissions from before have none until they are handed in again.
ALTER TABLE submissions ADD COLUMN facts TEXT;

-- How a course grades. A course without a row shows names and has released nothing.
CREATE TABLE gradebooks (
  course TEXT PRIMARY KEY REFERENCES courses (course),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
  column_header TEXT,
  released_at TEXT,
  released_by TEXT REFERENCES members (id),
  CHECK ((released_at IS NULL) = (released_by IS NULL))
) STRICT, WITHOUT ROWID;

-- A row a student: what graders know the student by, and what they set for all parts.
CREATE TABLE grading (
  member TEXT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
  course TEXT NOT NULL REFERENCES courses (course),
  -- Random, and made anew whenever names are hidden again, so that nobody joins it with anything.
  handle TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 0,
  -- The submission that is graded; null: the newest.
  pinned TEXT REFERENCES submissions (id),
  -- The late penalty that counts in place of the schedule's.
  late_percent REAL CHECK (late_percent BETWEEN 0 AND 100),
  late_reason TEXT,
  late_by TEXT REFERENCES members (id),
  late_at TEXT,
  CHECK ((late_percent IS NULL) = (late_reason IS NULL) AND (late_percent IS NULL) = (late_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX grading_course ON grading (course, handle);
CREATE INDEX grading_pinned ON grading (pinned) WHERE pinned IS NOT NULL;

INSERT INTO grading (member, course, handle)
  SELECT id, course, lower(hex(randomblob(8))) FROM members WHERE role = 'student' AND erased_at IS NULL;
CREATE TRIGGER members_grading AFTER INSERT ON members WHEN NEW.role = 'student' AND NEW.erased_at IS NULL BEGIN
  INSERT INTO grading (member, course, handle) VALUES (NEW.id, NEW.course, lower(hex(randomblob(8))));
END;

-- A row a student and part that someone graded. `items` is the rubric as it was then with what was ticked, so that later versions of the
-- homework change no grade. A grade that was taken back keeps its row, without a score, so that revisions only grow.
CREATE TABLE grades (
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  part TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  score REAL,
  points REAL NOT NULL,
  items TEXT NOT NULL,
  adjustment REAL NOT NULL,
  comment TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- The submission that was looked at; null where nothing was handed in.
  submission TEXT REFERENCES submissions (id),
  graded_by TEXT NOT NULL REFERENCES members (id),
  graded_at TEXT NOT NULL,
  PRIMARY KEY (course, member, part)
) STRICT;
CREATE INDEX grades_member ON grades (member);
CREATE INDEX grades_submission ON grades (submission);

-- Comments that graders use again, of one part or, where that is null, of any.
CREATE TABLE reused_comments (
  id TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  part TEXT,
  text TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES members (id),
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reused_comments_course ON reused_comments (course, made_at);

CREATE TABLE regrade_requests (
  id TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  part TEXT NOT NULL,
  text TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  -- 0 until it is answered, then counts the answer's changes.
  revision INTEGER NOT NULL DEFAULT 0,
  answer TEXT,
  answered_by TEXT REFERENCES members (id),
  answered_at TEXT,
  CHECK ((revision = 0) = (answer IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX regrade_requests_member ON regrade_requests (member, asked_at);
CREATE INDEX regrade_requests_course ON regrade_requests (course, revision, asked_at);
-- One open request a part.
CREATE UNIQUE INDEX regrade_requests_open ON regrade_requests (member, part) WHERE revision = 0;
