import * as z from "zod/mini";
import { GradedItem } from "../../shared/api/grading/part-grade.ts";

/** A grade as JSON, of a row `g`. */
export const GRADE_JSON = `json_object('part', g.part, 'revision', g.revision, 'score', g.score, 'points', g.points,
  'items', json(g.items), 'adjustment', g.adjustment, 'comment', g.comment, 'version', g.version, 'submission', g.submission,
  'number', (SELECT number FROM submissions WHERE id = g.submission),
  'gradedBy', (SELECT pseudonym FROM members WHERE id = g.graded_by), 'gradedAt', g.graded_at)`;

const StoredGrade = z.object({
  part: z.string(),
  revision: z.int(),
  score: z.number(),
  points: z.number(),
  items: z.array(GradedItem),
  adjustment: z.number(),
  comment: z.string(),
  version: z.int(),
  /** The id of the submission that was looked at, and its number. */
  submission: z.nullable(z.string()),
  number: z.nullable(z.int()),
  /** A pseudonym. */
  gradedBy: z.string(),
  gradedAt: z.string(),
});
export type StoredGrade = z.infer<typeof StoredGrade>;

export function parseGrade(json: unknown): StoredGrade {
  return StoredGrade.parse(json);
}

export type NewGrade = Pick<
  StoredGrade,
  "part" | "score" | "points" | "items" | "adjustment" | "comment" | "version"
> & {
  readonly course: string;
  readonly member: string;
  /** The number of the submission that was looked at. */
  readonly number: number | null;
  /** A member's id. */
  readonly gradedBy: string;
  readonly now: string;
};

const COLUMNS = `course, member, part, revision, score, points, items, adjustment, comment, version, submission, graded_by, graded_at`;
const TAKE_NEW = `revision = grades.revision + 1, score = excluded.score, points = excluded.points, items = excluded.items,
  adjustment = excluded.adjustment, comment = excluded.comment, version = excluded.version, submission = excluded.submission,
  graded_by = excluded.graded_by, graded_at = excluded.graded_at`;
/** The revision that stands, 0 for none. */
const STANDING =
  "COALESCE((SELECT revision FROM grades WHERE course = ?1 AND member = ?2 AND part = ?3 AND score IS NOT NULL), 0)";

/** The statement that puts a grade on top of the revision `base`; it changes nothing where another one stands by now. */
export function putGrade(db: D1Database, grade: NewGrade & { readonly base: number }): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO grades (${COLUMNS})
       SELECT ?1, ?2, ?3, 1, ?5, ?6, ?7, ?8, ?9, ?10,
         (SELECT id FROM submissions WHERE course = ?1 AND member = ?2 AND number = ?11), ?12, ?13
       WHERE ${STANDING} = ?4
       ON CONFLICT (course, member, part) DO UPDATE SET ${TAKE_NEW}`,
    )
    .bind(
      ...[grade.course, grade.member, grade.part, grade.base, grade.score, grade.points],
      ...[JSON.stringify(grade.items), grade.adjustment, grade.comment, grade.version],
      ...[grade.number, grade.gradedBy, grade.now],
    );
}

/** The statement that takes the grade of revision `base` back; it changes nothing where another one stands by now. */
export function withdrawGrade(
  db: D1Database,
  grade: Pick<NewGrade, "course" | "member" | "part" | "gradedBy" | "now"> & { readonly base: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE grades SET revision = revision + 1, score = NULL, items = '[]', adjustment = 0, comment = '', submission = NULL,
         graded_by = ?5, graded_at = ?6
       WHERE course = ?1 AND member = ?2 AND part = ?3 AND ${STANDING} = ?4 AND score IS NOT NULL`,
    )
    .bind(grade.course, grade.member, grade.part, grade.base, grade.gradedBy, grade.now);
}

export type FirstGrade = NewGrade & {
  /** What the log says of it, as JSON. */
  readonly change: string;
};

const Member = z.object({ member: z.string() });

/**
 * Grades that many students get of one part at once, with the log, where they have none of it; gives the members who got one. Who has
 * a grade by now keeps it.
 */
export async function insertGrades(
  db: D1Database,
  { course, by, now, grades }: { course: string; by: string; now: string; grades: readonly FirstGrade[] },
): Promise<readonly string[]> {
  const of = (name: string) => `j.value ->> '${name}'`;
  const json = JSON.stringify(grades.map((grade) => ({ ...grade, items: JSON.stringify(grade.items) })));
  const [, put] = await db.batch([
    db
      .prepare(
        `INSERT INTO audit_log (course, at, actor, change, detail)
         SELECT ?1, ?3, ?2, 'gradeChanged', ${of("change")} FROM json_each(?4) j
         WHERE NOT EXISTS (SELECT 1 FROM grades g WHERE g.course = ?1 AND g.member = ${of("member")}
           AND g.part = ${of("part")} AND g.score IS NOT NULL) ORDER BY j.key`,
      )
      .bind(course, by, now, json),
    db
      .prepare(
        `INSERT INTO grades (${COLUMNS})
         SELECT ?1, ${of("member")}, ${of("part")}, 1, ${of("score")}, ${of("points")}, ${of("items")}, ${of("adjustment")},
           ${of("comment")}, ${of("version")},
           (SELECT id FROM submissions WHERE course = ?1 AND member = ${of("member")} AND number = ${of("number")}), ?2, ?3
         FROM json_each(?4) j WHERE true
         ON CONFLICT (course, member, part) DO UPDATE SET ${TAKE_NEW} WHERE grades.score IS NULL
         RETURNING member`,
      )
      .bind(course, by, now, json),
  ]);
  return (put?.results ?? []).map((row) => Member.parse(row).member);
}
