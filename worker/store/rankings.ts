import * as z from "zod/mini";
import type { BoardRule } from "../../shared/boards/rule.ts";
import { MAX_BOARD_ROWS } from "../../shared/limits.ts";

/** `name`: of the roster, else as the member gave it; empty unless the member wishes it to be shown. */
const Who = { member: z.string(), pseudonym: z.string(), name: z.string() };
const NAME = `CASE m.shows_name WHEN 1 THEN COALESCE(NULLIF(o.name, ''), m.name) ELSE '' END AS name`;
const FROM_WHOM = "JOIN present_members m ON m.id = e.member LEFT JOIN roster o ON o.member = e.member";

const Ranked = z.object({
  ...Who,
  cost: z.number(),
  latent_size: z.int(),
  parameters: z.int(),
  verification: z.enum(["scored", "reproduced"]),
  received_at: z.string(),
  run_link: z.string(),
});
export type RankedRun = z.infer<typeof Ranked>;

type Question = { readonly course: string; readonly board: string; readonly counts: BoardRule["counts"] };

/** Each member's entry that is ranked, `place` 1: the best, which is its first in the index, or the latest. */
const entriesOf = (counts: BoardRule["counts"]) =>
  `SELECT run, width, member, cost, latent_size, received_at, ROW_NUMBER() OVER (PARTITION BY width, member
     ORDER BY ${counts === "best" ? "cost, received_at, run" : "received_at DESC, run DESC"}) AS place
   FROM board_entries WHERE course = ?1 AND board = ?2
     AND member NOT IN (SELECT id FROM members WHERE erased_at IS NOT NULL)`;

/** One run of each member in one ranking, best first; ties go to the earlier one. */
export async function listRanked(
  db: D1Database,
  { course, board, counts, width }: Question & { readonly width: number },
): Promise<readonly RankedRun[]> {
  const { results } = await db
    .prepare(
      `WITH e AS (${entriesOf(counts)} AND width = ?3)
       SELECT e.member, m.pseudonym, ${NAME}, e.cost, e.latent_size, r.parameters, r.verification, e.received_at, r.run_link
       FROM e JOIN runs r ON r.id = e.run ${FROM_WHOM}
       WHERE e.place = 1 ORDER BY e.cost, e.received_at, e.run LIMIT ?4`,
    )
    .bind(course, board, width, MAX_BOARD_ROWS)
    .all();
  return results.map((row) => Ranked.parse(row));
}

const Leader = z.object({ ...Who, width: z.int(), seats: z.int(), cost: z.number() });
export type Leader = z.infer<typeof Leader>;

/** The first of every ranking of a board, and how many members are in it. */
export async function listLeaders(
  db: D1Database,
  { course, board, counts }: Question,
): Promise<readonly Leader[]> {
  const { results } = await db
    .prepare(
      `WITH best AS (${entriesOf(counts)}),
       e AS (SELECT width, member, cost, COUNT(*) OVER (PARTITION BY width) AS seats,
               ROW_NUMBER() OVER (PARTITION BY width ORDER BY cost, received_at, run) AS rank
             FROM best WHERE place = 1)
       SELECT e.width, e.seats, e.member, m.pseudonym, ${NAME}, e.cost FROM e ${FROM_WHOM} WHERE e.rank = 1 ORDER BY e.width`,
    )
    .bind(course, board)
    .all();
  return results.map((row) => Leader.parse(row));
}
