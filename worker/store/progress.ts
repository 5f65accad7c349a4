import * as z from "zod/mini";
import { State } from "../../shared/assignment/completeness.ts";
import { LOSS_COURSES } from "../../shared/metrics/loss-course.ts";

const Row = z.object({
  id: z.string(),
  pseudonym: z.string(),
  known_as: z.string(),
  section: z.string(),
  cells: z.string(),
  cell: z.string(),
  active_at: z.string(),
  runs: z.int(),
  engine: z.string(),
  device: z.string(),
  loss_course: z.enum(LOSS_COURSES),
  failing_runs: z.int(),
  submissions: z.int(),
  handed_in_at: z.nullable(z.string()),
});
const Cells = z.record(z.string(), State);

/** How far a student is: the row that triggers keep beside the member's. */
export type Progress = Omit<z.infer<typeof Row>, "cells" | "known_as"> & {
  /** Of the roster, else as the student gave it; empty where neither says. */
  readonly name: string;
  readonly cells: Readonly<Record<string, State>>;
};

/** Every student of a course, by name where there are names, else in the order of joining. */
export async function listProgress(db: D1Database, course: string): Promise<readonly Progress[]> {
  const { results } = await db
    .prepare(
      `SELECT m.id, m.pseudonym, COALESCE(NULLIF(o.name, ''), m.name) AS known_as, COALESCE(o.section, '') AS section,
         p.cells, p.cell, p.active_at, p.runs, p.engine, p.device, p.loss_course, p.failing_runs, p.submissions, p.handed_in_at
       FROM progress p JOIN present_members m ON m.id = p.member LEFT JOIN roster o ON o.member = m.id
       WHERE p.course = ? AND m.role = 'student'
       ORDER BY known_as = '', known_as COLLATE NOCASE, m.created_at, m.id`,
    )
    .bind(course)
    .all();
  return results.map((row) => {
    const { cells, known_as: name, ...rest } = Row.parse(row);
    return { ...rest, name, cells: Cells.parse(JSON.parse(cells)) };
  });
}

const CountedRow = z.object({ cell: z.string(), students: z.int() });

/** How many students of a course put something into each cell that anyone did. */
export async function countAnswered(
  db: D1Database,
  course: string,
): Promise<readonly z.infer<typeof CountedRow>[]> {
  const { results } = await db
    .prepare(
      `SELECT c.key AS cell, COUNT(*) AS students
       FROM progress p JOIN present_members m ON m.id = p.member, json_each(p.cells) c
       WHERE p.course = ? AND m.role = 'student' AND c.value <> 'empty'
       GROUP BY c.key ORDER BY c.key`,
    )
    .bind(course)
    .all();
  return results.map((row) => CountedRow.parse(row));
}
