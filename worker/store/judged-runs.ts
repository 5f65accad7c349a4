import * as z from "zod/mini";
import { JUDGED_RUNS_A_STATEMENT } from "../../shared/limits.ts";
import type { Measures } from "../../shared/metrics/measures.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";

const Row = z.object({
  id: z.string(),
  member: z.string(),
  spec_id: z.string(),
  verification: z.enum(["scored", "reproduced", "rejected"]),
  received_at: z.string(),
  train_mse: z.number(),
  test_mse: z.number(),
  random_mse: z.number(),
  auroc: z.nullable(z.number()),
  tpr_at_1_fpr: z.nullable(z.number()),
  d_prime: z.nullable(z.number()),
});

/** What a board's rule asks of a stored run, but for its spec. */
export type StoredRun = {
  readonly id: string;
  readonly member: string;
  readonly specId: string;
  readonly verification: "scored" | "reproduced" | "rejected";
  readonly receivedAt: string;
  readonly measures: Measures;
};

const COLUMNS =
  "id, member, spec_id, verification, received_at, train_mse, test_mse, random_mse, auroc, tpr_at_1_fpr, d_prime";

function rowToRun(row: unknown): StoredRun {
  const { id, member, spec_id, verification, received_at, ...numbers } = Row.parse(row);
  const { train_mse, test_mse, random_mse, auroc, tpr_at_1_fpr, d_prime } = numbers;
  return {
    ...{ id, member, specId: spec_id, verification, receivedAt: received_at },
    measures: {
      ...{ trainMse: train_mse, testMse: test_mse, randomMse: random_mse },
      ...(auroc === null ? {} : { auroc }),
      ...(tpr_at_1_fpr === null ? {} : { tprAt1Fpr: tpr_at_1_fpr }),
      ...(d_prime === null ? {} : { dPrime: d_prime }),
    },
  };
}

/** The runs of a course's present members that came in at `since` or later, in the order of their coming; "" for all. */
export async function* readRunsToJudge(
  db: D1Database,
  { course, since }: { course: string; since: string },
): AsyncGenerator<readonly StoredRun[]> {
  let after = { receivedAt: since, id: "" };
  for (;;) {
    const { results } = await db
      .prepare(
        `SELECT ${COLUMNS} FROM runs WHERE course = ?1 AND (received_at, id) > (?2, ?3)
         AND member NOT IN (SELECT id FROM members WHERE erased_at IS NOT NULL) ORDER BY received_at, id LIMIT ?4`,
      )
      .bind(course, after.receivedAt, after.id, JUDGED_RUNS_A_STATEMENT)
      .all();
    const runs = results.map(rowToRun);
    const last = runs.at(-1);
    if (last !== undefined) yield runs;
    if (last === undefined || runs.length < JUDGED_RUNS_A_STATEMENT) return;
    after = last;
  }
}

/** One run, for a batch; `rowsToRuns` reads it. */
export function selectRunToJudge(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare(`SELECT ${COLUMNS} FROM runs WHERE id = ?`).bind(id);
}

export function rowsToRuns(rows: readonly unknown[]): readonly StoredRun[] {
  return rows.map(rowToRun);
}

const SpecRow = z.object({ id: z.string(), json: z.string() });

/** Those of the specs that are stored. */
export async function listSpecs(
  db: D1Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExperimentSpec>> {
  const { results } = await db
    .prepare("SELECT id, json FROM specs WHERE id IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(ids))
    .all();
  return new Map(
    results.map((row) => {
      const { id, json } = SpecRow.parse(row);
      return [id, ExperimentSpec.parse(JSON.parse(json))];
    }),
  );
}
