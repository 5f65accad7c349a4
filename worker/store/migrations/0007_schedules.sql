-- When a course's homework is due, whatever its version, and what late work costs. A course without a row has nothing due.
CREATE TABLE schedules (
  course TEXT PRIMARY KEY REFERENCES courses (course),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  due_at TEXT,
  -- The IANA name of the time zone in which the course says it.
  zone TEXT NOT NULL,
  grace_minutes INTEGER NOT NULL CHECK (grace_minutes >= 0),
  percent_a_day REAL NOT NULL CHECK (percent_a_day BETWEEN 0 AND 100),
  cut_off_hours INTEGER CHECK (cut_off_hours >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO schedules (course, revision, due_at, zone, grace_minutes, percent_a_day, cut_off_hours)
  SELECT course, 1, due_at, 'UTC', 0, 0, NULL FROM assignments a
  WHERE due_at IS NOT NULL AND version = (SELECT MAX(version) FROM assignments WHERE course = a.course);

-- Another due date for one student, or for everyone whom the roster has in a section; a student's own counts before the section's.
CREATE TABLE extensions (
  id INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT REFERENCES members (id),
  section TEXT CHECK (section <> ''),
  due_at TEXT NOT NULL,
  -- For the staff's eyes.
  reason TEXT NOT NULL,
  given_by TEXT NOT NULL REFERENCES members (id),
  given_at TEXT NOT NULL,
  CHECK ((member IS NULL) <> (section IS NULL)),
  UNIQUE (course, member),
  UNIQUE (course, section)
) STRICT;

-- Whether a submission was late follows from when it came, the schedule and the extensions, whenever it is asked.
ALTER TABLE submissions DROP COLUMN late;
ALTER TABLE submissions DROP COLUMN due_at;
ALTER TABLE assignments DROP COLUMN due_at;

-- Who made a version, and what changed in it, a sentence. The first entry of the log that names a version is of who made it.
ALTER TABLE assignments ADD COLUMN author TEXT REFERENCES members (id);
ALTER TABLE assignments ADD COLUMN summary TEXT NOT NULL DEFAULT '';
UPDATE assignments SET author = (
  SELECT actor FROM audit_log l WHERE l.course = assignments.course AND l.change = 'homeworkChanged'
    AND json_extract(l.detail, '$.version') = assignments.version ORDER BY l.id LIMIT 1)
  WHERE version > 1;
