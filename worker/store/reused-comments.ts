import { ReusedComment } from "../../shared/api/grading/graded-work.ts";
import { MAX_REUSED_COMMENTS } from "../../shared/limits.ts";

export function rowToComment(row: unknown): ReusedComment {
  return ReusedComment.parse(row);
}

export type NewComment = {
  readonly id: string;
  readonly course: string;
  readonly part: string | null;
  readonly text: string;
  readonly madeBy: string;
  readonly now: string;
};

/** Keeps a comment; false where the course has as many as it may. */
export async function insertComment(db: D1Database, comment: NewComment): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO reused_comments (id, course, part, text, made_by, made_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6
       WHERE (SELECT COUNT(*) FROM reused_comments WHERE course = ?2) < ?7`,
    )
    .bind(
      comment.id,
      comment.course,
      comment.part,
      comment.text,
      comment.madeBy,
      comment.now,
      MAX_REUSED_COMMENTS,
    )
    .run();
  return meta.changes > 0;
}

/** Forgets a comment; false where the course has none of this id. */
export async function deleteComment(
  db: D1Database,
  { course, id }: { readonly course: string; readonly id: string },
): Promise<boolean> {
  const { meta } = await db
    .prepare("DELETE FROM reused_comments WHERE course = ? AND id = ?")
    .bind(course, id)
    .run();
  return meta.changes > 0;
}
