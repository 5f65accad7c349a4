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

/** What the index `runs_board` covers: a member's best run at a width is its first entry. */
const BEST_OF_EACH = `SELECT id, width, member, test_mse, received_at,
    ROW_NUMBER() OVER (PARTITION BY width, member ORDER BY test_mse, received_at, id) AS place
  FROM runs WHERE course = ?1 AND problem = ?2 AND verification <> 'rejected'
    AND member NOT IN (SELECT id FROM members WHERE erased_at IS NOT NULL)`;

/** Each member's best verified run at one width, best first; ties go to the earlier one. */
export async function listRanked(
  db: D1Database,
  { course, problem, width }: { course: string; problem: string; width: number },
): Promise<readonly RankedRun[]> {
  const { results } = await db
    .prepare(
      `WITH best AS (${BEST_OF_EACH} AND width = ?3)
       SELECT b.member, m.pseudonym, b.test_mse, r.parameters, r.verification, b.received_at, r.run_link
       FROM best b JOIN runs r ON r.id = b.id JOIN present_members m ON m.id = b.member
       WHERE b.place = 1 ORDER BY b.test_mse, b.received_at, b.id LIMIT ?4`,
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
      `WITH best AS (${BEST_OF_EACH}),
       led AS (SELECT width, member, test_mse, COUNT(*) OVER (PARTITION BY width) AS seats,
                 ROW_NUMBER() OVER (PARTITION BY width ORDER BY test_mse, received_at, id) AS rank
               FROM best WHERE place = 1)
       SELECT l.width, l.seats, l.member, m.pseudonym, l.test_mse
       FROM led l JOIN present_members m ON m.id = l.member WHERE l.rank = 1 ORDER BY l.width`,
    )
    .bind(course, problem)
    .all();
  return results.map((row) => Leader.parse(row));
}
