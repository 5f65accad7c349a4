import * as z from "zod/mini";
import { FEW_STUDENTS } from "../../shared/integrity/shared-weights.ts";
import { MAX_FLAGGED_RUN_ROWS } from "../../shared/limits.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { RunRow, rowToMetrics, rowToVerification } from "./runs.ts";

const Row = z.extend(RunRow, {
  known_as: z.string(),
  weights_hash: z.string(),
  history_hash: z.string(),
  duration_ms: z.number(),
  spec: z.string(),
  is_measured: z.int(),
  honest_train: z.nullable(z.number()),
  honest_test: z.nullable(z.number()),
  honest_sigma: z.nullable(z.number()),
});

/**
 * Runs of a course's students that may say something, oldest first: those whose weights another student has too, unless the seed
 * gives them to more than a few; and those that are scored, by the processor or with a gap that honest training tells. One statement.
 */
export async function listFlagRuns(db: D1Database, course: string): Promise<readonly FlagRun[]> {
  const { results } = await db
    .prepare(
      `WITH seats AS MATERIALIZED (
         SELECT m.id, m.pseudonym, COALESCE(NULLIF(o.name, ''), m.name) AS known_as
         FROM present_members m LEFT JOIN roster o ON o.member = m.id WHERE m.course = ?1 AND m.role = 'student'),
       shared AS (
         SELECT weights_hash FROM runs WHERE course = ?1 AND member IN (SELECT id FROM seats)
         GROUP BY weights_hash
         HAVING COUNT(DISTINCT member) > 1 AND (COUNT(DISTINCT member) <= ?2 OR SUM(verification <> 'reproduced') > 0)),
       wanted AS (
         SELECT id FROM runs WHERE course = ?1 AND weights_hash IN (SELECT weights_hash FROM shared)
         UNION
         SELECT r.id FROM runs r JOIN specs s ON s.id = r.spec_id
         WHERE r.course = ?1 AND r.verification = 'scored' AND (r.engine IN ('simd', 'moments')
           OR (r.device <> 'webgl' AND s.json ->> '$.batchSize' = 'full' AND s.json ->> '$.dataset.split.kind' = 'random')))
       SELECT * FROM (
         SELECT r.*, m.pseudonym, m.known_as, s.json AS spec, h.spec_id IS NOT NULL AS is_measured,
           h.train_mse AS honest_train, h.test_mse AS honest_test, h.sigma AS honest_sigma
         FROM wanted w JOIN runs r ON r.id = w.id JOIN seats m ON m.id = r.member JOIN specs s ON s.id = r.spec_id
           LEFT JOIN honest_gaps h ON h.spec_id = r.spec_id
         ORDER BY r.received_at DESC, r.id DESC LIMIT ?3)
       ORDER BY received_at, id`,
    )
    .bind(course, FEW_STUDENTS, MAX_FLAGGED_RUN_ROWS)
    .all();
  const specs = new Map<string, ExperimentSpec>();
  return results.map((found) => {
    const row = Row.parse(found);
    const spec = specs.get(row.spec_id) ?? ExperimentSpec.parse(JSON.parse(row.spec));
    specs.set(row.spec_id, spec);
    return rowToFlagRun(row, spec);
  });
}

function rowToFlagRun(row: z.infer<typeof Row>, spec: ExperimentSpec) {
  const { honest_train: trainMse, honest_test: testMse, honest_sigma: sigma } = row;
  return {
    id: row.id,
    member: row.member,
    student: { pseudonym: row.pseudonym, name: row.known_as },
    runLink: row.run_link,
    spec,
    specId: row.spec_id,
    engine: row.engine,
    device: row.device,
    weightsHash: row.weights_hash,
    historyHash: row.history_hash,
    metrics: rowToMetrics(row),
    verification: rowToVerification(row),
    durationMs: row.duration_ms,
    receivedAt: row.received_at,
    /** Whether the honest gap of the spec is known; then null where there is none. */
    isMeasured: row.is_measured === 1,
    honest:
      trainMse === null || testMse === null || sigma === null
        ? null
        : { trainMse, testMse, sigma, gap: testMse - trainMse },
  };
}
export type FlagRun = ReturnType<typeof rowToFlagRun>;
