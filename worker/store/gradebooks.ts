import * as z from "zod/mini";
import type { GradebookSettings } from "../../shared/api/grading/gradebook.ts";
import type { ReusedComment } from "../../shared/api/grading/graded-work.ts";
import { rowToComment } from "./reused-comments.ts";

const Row = z.object({
  revision: z.nullable(z.int()),
  anonymous: z.nullable(z.int()),
  column_header: z.nullable(z.string()),
  released_at: z.nullable(z.string()),
  released_by: z.nullable(z.string()),
  releaser: z.nullable(z.string()),
  comments: z.string(),
});

/** What is set of a gradebook; `by` is a member's id. */
export type BookState = {
  readonly anonymous: boolean;
  readonly columnHeader: string | null;
  readonly release: { readonly at: string; readonly by: string } | null;
};

export type Book = {
  readonly settings: GradebookSettings;
  readonly state: BookState;
  /** Whether who grades may not know who a student is. */
  readonly hidden: boolean;
  /** The newest first. */
  readonly comments: readonly ReusedComment[];
};

/** How a course grades, and the comments that its graders use again; one statement. */
export async function readBook(db: D1Database, course: string): Promise<Book> {
  const found = await db
    .prepare(
      `SELECT b.revision, b.anonymous, b.column_header, b.released_at, b.released_by AS releaser, r.pseudonym AS released_by,
         (SELECT json_group_array(json_object('id', c.id, 'part', c.part, 'text', c.text, 'by', m.pseudonym)
            ORDER BY c.made_at DESC, c.id)
          FROM reused_comments c JOIN members m ON m.id = c.made_by WHERE c.course = ?1) AS comments
       FROM courses o LEFT JOIN gradebooks b ON b.course = o.course LEFT JOIN members r ON r.id = b.released_by
       WHERE o.course = ?1`,
    )
    .bind(course)
    .first();
  const row = Row.parse(found);
  const settings = {
    revision: row.revision ?? 0,
    anonymous: row.anonymous === 1,
    columnHeader: row.column_header,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
  };
  return {
    settings,
    state: {
      anonymous: settings.anonymous,
      columnHeader: settings.columnHeader,
      release:
        row.released_at === null || row.releaser === null ? null : { at: row.released_at, by: row.releaser },
    },
    hidden: settings.anonymous && settings.releasedAt === null,
    comments: z.array(z.unknown()).parse(JSON.parse(row.comments)).map(rowToComment),
  };
}

export type NewBook = BookState & {
  readonly course: string;
  /** The revision that is changed, 0 for none. */
  readonly base: number;
};

/** The statement that sets all of it on top of `base`; it changes nothing where another revision is the newest by now. */
export function putBook(
  db: D1Database,
  { course, base, anonymous, columnHeader, release }: NewBook,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO gradebooks (course, revision, anonymous, column_header, released_at, released_by)
       SELECT ?1, 1, ?3, ?4, ?5, ?6
       WHERE ?2 = COALESCE((SELECT revision FROM gradebooks WHERE course = ?1), 0)
       ON CONFLICT (course) DO UPDATE SET revision = revision + 1, anonymous = excluded.anonymous,
         column_header = excluded.column_header, released_at = excluded.released_at, released_by = excluded.released_by`,
    )
    .bind(course, base, anonymous ? 1 : 0, columnHeader, release?.at ?? null, release?.by ?? null);
}

/** The statement that gives every student of a course another handle, once the gradebook has reached `revision`. */
export function renewHandles(
  db: D1Database,
  { course, revision }: { readonly course: string; readonly revision: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE grading SET handle = lower(hex(randomblob(8)))
       WHERE course = ?1 AND (SELECT revision FROM gradebooks WHERE course = ?1) = ?2`,
    )
    .bind(course, revision);
}
