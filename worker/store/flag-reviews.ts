import * as z from "zod/mini";
import type { FlagKind, FlagReview } from "../../shared/api/flags.ts";

const Row = z.object({ flag: z.string(), note: z.string(), reviewed_at: z.string(), pseudonym: z.string() });

/** What was looked at in a course, by flag. */
export async function listFlagReviews(
  db: D1Database,
  course: string,
): Promise<ReadonlyMap<string, FlagReview>> {
  const { results } = await db
    .prepare(
      `SELECT f.flag, f.note, f.reviewed_at, m.pseudonym FROM flag_reviews f JOIN members m ON m.id = f.reviewed_by
       WHERE f.course = ?`,
    )
    .bind(course)
    .all();
  return new Map(
    results.map((row) => {
      const { flag, note, reviewed_at: at, pseudonym: by } = Row.parse(row);
      return [flag, { at, by, note }];
    }),
  );
}

export type NewReview = {
  readonly course: string;
  readonly flag: string;
  readonly kind: FlagKind;
  /** Whose work the flag is about. */
  readonly member: string;
  readonly other: string | null;
  readonly note: string;
  readonly by: string;
  readonly now: string;
};

/** The statement that marks a flag as looked at, or changes its note; it changes no row where just this one stands. */
export function putFlagReview(db: D1Database, review: NewReview): D1PreparedStatement {
  const { course, flag, kind, member, other, note, by, now } = review;
  return db
    .prepare(
      `INSERT INTO flag_reviews (course, flag, kind, member, other, note, reviewed_by, reviewed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (course, flag) DO UPDATE
         SET note = excluded.note, reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at
         WHERE note <> excluded.note`,
    )
    .bind(course, flag, kind, member, other, note, by, now);
}

/** The statement that opens a flag again. */
export function deleteFlagReview(
  db: D1Database,
  { course, flag }: Pick<NewReview, "course" | "flag">,
): D1PreparedStatement {
  return db.prepare("DELETE FROM flag_reviews WHERE course = ? AND flag = ?").bind(course, flag);
}
