import * as z from "zod/mini";
import { Role } from "../../shared/api/courses.ts";
import { Metrics } from "../../shared/api/runs.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { RunRow, rowToMetrics, rowToVerification } from "./runs.ts";

const Row = z.extend(RunRow, {
  course_title: z.string(),
  role: Role,
  spec: z.string(),
  claimed: z.string(),
  weights_hash: z.string(),
  history_hash: z.string(),
  duration_ms: z.number(),
});

/** The run behind a run link with all that its page shows but the bytes, which its hashes name; null for no such link. */
export async function readLinkedRun(db: D1Database, token: string) {
  const found = await db
    .prepare(
      `SELECT r.*, m.pseudonym, m.role, c.title AS course_title, s.json AS spec FROM runs r
       JOIN present_members m ON m.id = r.member JOIN courses c ON c.course = r.course JOIN specs s ON s.id = r.spec_id
       WHERE r.run_link = ?`,
    )
    .bind(token)
    .first();
  if (found === null) return null;
  const row = Row.parse(found);
  return {
    spec: ExperimentSpec.parse(JSON.parse(row.spec)),
    specId: row.spec_id,
    courseTitle: row.course_title,
    pseudonym: row.pseudonym,
    role: row.role,
    engine: row.engine,
    device: row.device,
    metrics: rowToMetrics(row),
    claimed: Metrics.parse(JSON.parse(row.claimed)),
    verification: rowToVerification(row),
    weightsHash: row.weights_hash,
    historyHash: row.history_hash,
    durationMs: row.duration_ms,
    receivedAt: row.received_at,
  };
}
