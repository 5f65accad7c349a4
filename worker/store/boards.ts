import * as z from "zod/mini";
import { MAX_BOARD_ROWS } from "../../shared/limits.ts";

const Ranked = z.object({
  member: z.string(),
  pseudonym: z.string(),
  test_mse: z.number(),
  parameters: z.int(),
  verification: z.enum(["scored", "reproduced"]),
  received_at: z.string(),
  run_link: z.string(),
});
export type RankedRun = z.infer<typeof Ranked>;

/** Each member's best verified run at one width, best first; ties go to the earlier one. */
export async function listRanked(
  db: D1Database,
  { course, problem, width }: { course: string; problem: string; width: number },
): Promise<readonly RankedRun[]> {
  const { results } = await db
    .prepare(
      `SELECT b.member, m.pseudonym, b.test_mse, b.parameters, b.verification, b.received_at, b.run_link
       FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY member ORDER BY test_mse, received_at, id) AS place
             FROM runs WHERE course = ? AND problem = ? AND width = ? AND verification <> 'rejected') b
       JOIN members m ON m.id = b.member
       WHERE b.place = 1 ORDER BY b.test_mse, b.received_at, b.id LIMIT ?`,
    )
    .bind(course, problem, width, MAX_BOARD_ROWS)
    .all();
  return results.map((row) => Ranked.parse(row));
}

const Leader = z.object({
  width: z.int(),
  seats: z.int(),
  member: z.string(),
  pseudonym: z.string(),
  test_mse: z.number(),
});
export type Leader = z.infer<typeof Leader>;

/** The best verified run of every width, and how many members have one there. */
export async function listLeaders(
  db: D1Database,
  { course, problem }: { course: string; problem: string },
): Promise<readonly Leader[]> {
  const { results } = await db
    .prepare(
      `SELECT b.width, b.seats, b.member, m.pseudonym, b.test_mse
       FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY width ORDER BY test_mse, received_at, id) AS place,
                    (SELECT COUNT(DISTINCT o.member) FROM runs o WHERE o.course = r.course AND o.problem = r.problem
                       AND o.width = r.width AND o.verification <> 'rejected') AS seats
             FROM runs r WHERE course = ? AND problem = ? AND verification <> 'rejected') b
       JOIN members m ON m.id = b.member
       WHERE b.place = 1 ORDER BY b.width`,
    )
    .bind(course, problem)
    .all();
  return results.map((row) => Leader.parse(row));
}
