-- A student's name is for the staff's eyes; everyone else knows the pseudonym.
ALTER TABLE members ADD COLUMN name TEXT NOT NULL DEFAULT '';

-- Whom a course expects. A row is bound to the member who joined as that person.
CREATE TABLE roster (
  id TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  student_id TEXT NOT NULL,
  section TEXT NOT NULL,
  -- What Canvas knows the person by; empty where the roster did not come from there.
  canvas_id TEXT NOT NULL,
  login TEXT NOT NULL,
  member TEXT UNIQUE REFERENCES members (id),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX roster_student_id ON roster (course, student_id) WHERE student_id <> '';
CREATE UNIQUE INDEX roster_email ON roster (course, email) WHERE email <> '';
CREATE INDEX roster_course ON roster (course, section, name);

-- Open to whoever has the code, to those on the roster alone, or to no one.
ALTER TABLE courses ADD COLUMN join_by_roster INTEGER NOT NULL DEFAULT 0 CHECK (join_by_roster IN (0, 1));
