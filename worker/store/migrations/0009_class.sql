-- What the class page needs of an answer without its text. Answers from before count as drafts until they are next saved.
ALTER TABLE answers ADD COLUMN state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('empty', 'draft', 'ready'));
-- Of a run cell: the runs of the attempt that counts, as JSON [[width, run id], ...].
ALTER TABLE answers ADD COLUMN counted TEXT;
CREATE INDEX answers_counted ON answers (course, cell, member, counted) WHERE counted IS NOT NULL;

-- What the loss did: it fell, it stood still, or it ended above where it began.
ALTER TABLE runs ADD COLUMN loss_course TEXT NOT NULL DEFAULT 'fell' CHECK (loss_course IN ('fell', 'still', 'rose'));
CREATE INDEX runs_devices ON runs (course, engine, device, duration_ms, member);

-- Grows with everything that the class page shows: what its ETag is made of.
ALTER TABLE courses ADD COLUMN class_version INTEGER NOT NULL DEFAULT 0;

-- One compact row a member, so that a page of a thousand students reads a thousand short rows. Triggers keep it: whatever
-- writes an answer, a run or a submission, progress follows in the same transaction.
CREATE TABLE progress (
  member TEXT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
  course TEXT NOT NULL REFERENCES courses (course),
  -- The state of each cell that was answered, as JSON by cell.
  cells TEXT NOT NULL DEFAULT '{}',
  -- The cell that was saved last; empty before the first.
  cell TEXT NOT NULL DEFAULT '',
  active_at TEXT NOT NULL,
  runs INTEGER NOT NULL DEFAULT 0,
  -- Of the newest run; empty before the first.
  engine TEXT NOT NULL DEFAULT '',
  device TEXT NOT NULL DEFAULT '',
  loss_course TEXT NOT NULL DEFAULT 'fell',
  -- How many of the newest runs in a row have a loss that did not fall.
  failing_runs INTEGER NOT NULL DEFAULT 0,
  submissions INTEGER NOT NULL DEFAULT 0,
  handed_in_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX progress_course ON progress (course);

INSERT INTO progress (member, course, cells, cell, active_at, runs, submissions, handed_in_at)
  SELECT m.id, m.course,
    COALESCE((SELECT json_group_object(cell, state) FROM answers a WHERE a.member = m.id), '{}'),
    COALESCE((SELECT cell FROM answers a WHERE a.member = m.id ORDER BY saved_at DESC LIMIT 1), ''),
    m.created_at,
    (SELECT COUNT(*) FROM runs r WHERE r.member = m.id),
    (SELECT COUNT(*) FROM submissions s WHERE s.member = m.id),
    (SELECT MAX(received_at) FROM submissions s WHERE s.member = m.id)
  FROM members m;

CREATE TRIGGER members_progress AFTER INSERT ON members BEGIN
  INSERT INTO progress (member, course, active_at) VALUES (NEW.id, NEW.course, NEW.created_at);
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;
CREATE TRIGGER members_changed AFTER UPDATE ON members BEGIN
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;
CREATE TRIGGER members_gone AFTER DELETE ON members BEGIN
  UPDATE courses SET class_version = class_version + 1 WHERE course = OLD.course;
END;

CREATE TRIGGER answers_first AFTER INSERT ON answers BEGIN
  UPDATE progress SET cells = json_set(cells, '$."' || NEW.cell || '"', NEW.state), cell = NEW.cell, active_at = NEW.saved_at
    WHERE member = NEW.member;
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;
CREATE TRIGGER answers_changed AFTER UPDATE ON answers BEGIN
  UPDATE progress SET cells = json_set(cells, '$."' || NEW.cell || '"', NEW.state), cell = NEW.cell, active_at = NEW.saved_at
    WHERE member = NEW.member;
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;

CREATE TRIGGER runs_progress AFTER INSERT ON runs BEGIN
  UPDATE progress SET runs = runs + 1, engine = NEW.engine, device = NEW.device, active_at = NEW.received_at,
    loss_course = NEW.loss_course,
    failing_runs = CASE NEW.loss_course WHEN 'fell' THEN 0 ELSE failing_runs + 1 END
    WHERE member = NEW.member;
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;

CREATE TRIGGER submissions_progress AFTER INSERT ON submissions BEGIN
  UPDATE progress SET submissions = submissions + 1, handed_in_at = NEW.received_at, active_at = NEW.received_at
    WHERE member = NEW.member;
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;

CREATE TRIGGER assignments_first AFTER INSERT ON assignments BEGIN
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;
CREATE TRIGGER assignments_changed AFTER UPDATE ON assignments BEGIN
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;

-- Names and sections that a roster gives to members.
CREATE TRIGGER roster_changed AFTER UPDATE ON roster WHEN NEW.member IS NOT NULL OR OLD.member IS NOT NULL BEGIN
  UPDATE courses SET class_version = class_version + 1 WHERE course = NEW.course;
END;
CREATE TRIGGER roster_gone AFTER DELETE ON roster WHEN OLD.member IS NOT NULL BEGIN
  UPDATE courses SET class_version = class_version + 1 WHERE course = OLD.course;
END;
