-- What telling one digit from the others gave, for runs of one digit; null for runs from before, until they are measured.
ALTER TABLE runs ADD COLUMN tpr_at_1_fpr REAL;
ALTER TABLE runs ADD COLUMN d_prime REAL;

-- Whether classmates may see a member's name on boards that show names of those who wish so.
ALTER TABLE members ADD COLUMN shows_name INTEGER NOT NULL DEFAULT 0 CHECK (shows_name IN (0, 1));

-- What a course ranks, as JSON; the columns are for sorting and for changes that do not overtake each other.
CREATE TABLE boards (
  course TEXT NOT NULL REFERENCES courses (course),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  rule TEXT NOT NULL,
  PRIMARY KEY (course, id)
) STRICT, WITHOUT ROWID;

-- The runs that count on a board, by the rule of now. Written with the run, and again whenever the rule changes.
CREATE TABLE board_entries (
  course TEXT NOT NULL,
  board TEXT NOT NULL,
  run TEXT NOT NULL REFERENCES runs (id),
  member TEXT NOT NULL REFERENCES members (id),
  -- The ranking that it is in: a width, 0 where all are ranked together.
  width INTEGER NOT NULL,
  latent_size INTEGER NOT NULL,
  -- The least is the best.
  cost REAL NOT NULL,
  received_at TEXT NOT NULL,
  -- When it came in, in the course's time zone, as 2026-11-01.
  day TEXT NOT NULL,
  PRIMARY KEY (course, board, run),
  FOREIGN KEY (course, board) REFERENCES boards (course, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX board_entries_best ON board_entries (course, board, width, member, cost, received_at, run);
CREATE INDEX board_entries_run ON board_entries (run);
CREATE INDEX board_entries_member ON board_entries (member);

-- Courses from before keep their boards: test error at each width of the problem's model, best of each member.
INSERT INTO boards (course, id, position, revision, rule)
  SELECT c.course, c.problem, c.position, 1, json_object(
    'id', c.problem, 'title', c.title, 'question', c.question, 'metric', 'testMse',
    'dataset', json_extract(s.json, '$.dataset'),
    'limits', json_object('latentSize', NULL, 'parameters', NULL, 'epochs', NULL, 'layerKinds', NULL,
      'model', json_extract(s.json, '$.model')),
    'counts', 'best', 'ranking', json_object('kind', 'byWidth', 'widths', json_extract(c.sweep, '$.widths')),
    'names', 'optIn', 'state', json_object('kind', 'open'), 'attemptsADay', NULL)
  FROM course_specs c JOIN specs s ON s.id = c.spec_id
  WHERE json_extract(s.json, '$.dataset.split.kind') = 'random';

-- Such a run holds as many numbers in its latent as its width, or 64 a kernel.
INSERT INTO board_entries (course, board, run, member, width, latent_size, cost, received_at, day)
  SELECT r.course, r.problem, r.id, r.member, r.width,
    CASE json_extract(b.rule, '$.limits.model.layers[0].kind') WHEN 'conv2d' THEN 64 * r.width ELSE r.width END,
    r.test_mse, r.received_at, substr(r.received_at, 1, 10)
  FROM runs r JOIN boards b ON b.course = r.course AND b.id = r.problem
  WHERE r.verification <> 'rejected' AND r.width IS NOT NULL;

DROP INDEX runs_board;
