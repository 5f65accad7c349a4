-- Who made a course owns it; an owner invites instructors and graders.
ALTER TABLE members RENAME COLUMN role TO first_role;
ALTER TABLE members ADD COLUMN role TEXT NOT NULL DEFAULT 'student'
  CHECK (role IN ('owner', 'instructor', 'grader', 'student'));
UPDATE members SET role = 'owner' WHERE first_role = 'instructor';
ALTER TABLE members DROP COLUMN first_role;

-- A join code asks for membership; while joining is closed it asks in vain.
ALTER TABLE courses ADD COLUMN join_open INTEGER NOT NULL DEFAULT 1 CHECK (join_open IN (0, 1));

-- Who changed what in a course, and when. Rows are written with the change itself, and never changed.
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  at TEXT NOT NULL,
  actor TEXT NOT NULL REFERENCES members (id),
  change TEXT NOT NULL,
  -- The member or thing that was changed, and how, as JSON.
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_log_course ON audit_log (course, id);
