import * as z from "zod/mini";
import { type DeviceTimes, TIME_EDGES_MILLISECONDS } from "../../shared/api/class.ts";

const TimeRow = z.object({ engine: z.string(), device: z.string(), slot: z.int(), runs: z.int() });

/** How many of the edges a run's time has reached: 0 to their number. */
const SLOT = TIME_EDGES_MILLISECONDS.map((edge) => `(r.duration_ms >= ${edge})`).join(" + ");

/** What the students of a course trained on, and how long that took; the most used first. */
export async function listDeviceTimes(db: D1Database, course: string): Promise<readonly DeviceTimes[]> {
  const { results } = await db
    .prepare(
      `SELECT r.engine, r.device, ${SLOT} AS slot, COUNT(*) AS runs FROM runs r
       WHERE r.course = ?1 AND r.member IN (SELECT id FROM present_members WHERE course = ?1 AND role = 'student')
       GROUP BY r.engine, r.device, slot`,
    )
    .bind(course)
    .all();
  const found = new Map<string, { engine: string; device: string; runs: number; counts: number[] }>();
  for (const row of results) {
    const { engine, device, slot, runs } = TimeRow.parse(row);
    const key = `${engine} ${device}`;
    const times = found.get(key) ?? {
      engine,
      device,
      runs: 0,
      counts: [0, ...TIME_EDGES_MILLISECONDS.map(() => 0)],
    };
    times.runs += runs;
    times.counts[slot] = runs;
    found.set(key, times);
  }
  return [...found.values()].toSorted((a, b) => b.runs - a.runs);
}

const CountedRow = z.object({
  cell: z.string(),
  member: z.string(),
  width: z.nullable(z.int()),
  train_mse: z.number(),
  test_mse: z.number(),
  random_mse: z.number(),
  auroc: z.nullable(z.number()),
  run_link: z.string(),
});
/** A verified run that counts in a student's run cell, with the Worker's own numbers. */
export type CountingRun = z.infer<typeof CountedRow>;

/** Those of some run cells, of every student of a course. What a board ranks has the width that the Worker read from its layers. */
export async function listCountingRuns(
  db: D1Database,
  { course, cells }: { course: string; cells: readonly string[] },
): Promise<readonly CountingRun[]> {
  const { results } = await db
    .prepare(
      `SELECT a.cell, a.member, COALESCE(r.width, j.value ->> 0) AS width, r.train_mse, r.test_mse, r.random_mse, r.auroc, r.run_link
       FROM answers a JOIN present_members m ON m.id = a.member JOIN json_each(a.counted) j
         JOIN runs r ON r.id = j.value ->> 1 AND r.member = a.member
       WHERE a.course = ?1 AND a.cell IN (SELECT value FROM json_each(?2)) AND a.counted IS NOT NULL
         AND m.role = 'student' AND r.verification <> 'rejected'
       ORDER BY a.cell, a.member`,
    )
    .bind(course, JSON.stringify(cells))
    .all();
  return results.map((row) => CountedRow.parse(row));
}
