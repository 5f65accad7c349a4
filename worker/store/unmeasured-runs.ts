import * as z from "zod/mini";
import { MAX_MEASURED_RUNS_A_STEP } from "../../shared/limits.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";

const Row = z.object({ id: z.string(), weights_hash: z.string(), json: z.string() });

export type UnmeasuredRun = {
  readonly id: string;
  readonly weightsHash: string;
  readonly spec: ExperimentSpec;
};

/** Some runs of one digit that came in before the Worker measured how well they tell it from the others. */
export async function listUnmeasured(db: D1Database, course: string): Promise<readonly UnmeasuredRun[]> {
  const { results } = await db
    .prepare(
      `SELECT r.id, r.weights_hash, s.json FROM runs r JOIN present_members m ON m.id = r.member JOIN specs s ON s.id = r.spec_id
       WHERE r.course = ? AND r.auroc IS NOT NULL AND r.tpr_at_1_fpr IS NULL AND r.verification <> 'rejected' LIMIT ?`,
    )
    .bind(course, MAX_MEASURED_RUNS_A_STEP)
    .all();
  return results.map((row) => {
    const { id, weights_hash, json } = Row.parse(row);
    return { id, weightsHash: weights_hash, spec: ExperimentSpec.parse(JSON.parse(json)) };
  });
}

/** The statement that keeps what was measured of a run. */
export function setSeparation(
  db: D1Database,
  { id, tprAt1Fpr, dPrime }: { id: string; tprAt1Fpr: number; dPrime: number | null },
): D1PreparedStatement {
  return db.prepare("UPDATE runs SET tpr_at_1_fpr = ?, d_prime = ? WHERE id = ?").bind(tprAt1Fpr, dPrime, id);
}
