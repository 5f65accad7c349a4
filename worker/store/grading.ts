type Target = { readonly course: string; readonly member: string; readonly base: number };

/** The statement that has submission `number` graded, null: the newest; it changes nothing on top of another revision than `base`. */
export function pinSubmission(
  db: D1Database,
  { course, member, base, number }: Target & { readonly number: number | null },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE grading SET revision = revision + 1,
         pinned = (SELECT id FROM submissions WHERE course = ?1 AND member = ?2 AND number = ?4)
       WHERE course = ?1 AND member = ?2 AND revision = ?3`,
    )
    .bind(course, member, base, number);
}

/** The statement that sets a late penalty, null: the schedule's; it changes nothing on top of another revision than `base`. */
export function setLatePenalty(
  db: D1Database,
  {
    course,
    member,
    base,
    override,
  }: Target & {
    readonly override: {
      readonly percent: number;
      readonly reason: string;
      readonly by: string;
      readonly at: string;
    } | null;
  },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE grading SET revision = revision + 1, late_percent = ?4, late_reason = ?5, late_by = ?6, late_at = ?7
       WHERE course = ?1 AND member = ?2 AND revision = ?3`,
    )
    .bind(
      ...[course, member, base, override?.percent ?? null, override?.reason ?? null],
      ...[override?.by ?? null, override?.at ?? null],
    );
}
