import * as z from "zod/mini";
import type { SubmittedRun } from "../../shared/api/homework.ts";
import {
  Device,
  EngineName,
  type Metrics,
  type RunSummary,
  type Verification,
} from "../../shared/api/runs.ts";
import type { LossCourse } from "../../shared/metrics/loss-course.ts";
import type { Measures } from "../../shared/metrics/measures.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { specId } from "../../shared/spec/identity.ts";
import { bumpBoards, rowsToBoards, type StoredBoard, selectBoards } from "./boards.ts";
import { rowsToHashes, selectDoomed } from "./doomed-bytes.ts";
import { insertSpec } from "./specs.ts";

export const RunRow = z.object({
  id: z.string(),
  pseudonym: z.string(),
  member: z.string(),
  spec_id: z.string(),
  problem: z.nullable(z.string()),
  width: z.nullable(z.int()),
  engine: EngineName,
  device: Device,
  train_mse: z.number(),
  test_mse: z.number(),
  random_mse: z.number(),
  auroc: z.nullable(z.number()),
  verification: z.enum(["scored", "reproduced", "rejected"]),
  rejection: z.nullable(z.string()),
  run_link: z.string(),
  received_at: z.string(),
});
type RunRow = z.infer<typeof RunRow>;

/** A run as the Worker keeps it: the metrics are its own. */
export type NewRun = {
  readonly id: string;
  readonly course: string;
  readonly member: string;
  readonly spec: ExperimentSpec;
  readonly problem: string | null;
  readonly width: number | null;
  readonly parameters: number;
  readonly engine: EngineName;
  readonly device: Device;
  readonly metrics: Measures;
  readonly claimed: Metrics;
  readonly verification: Verification;
  readonly weightsHash: string;
  readonly historyHash: string;
  readonly contentHash: string;
  readonly durationMs: number;
  readonly lossCourse: LossCourse;
  readonly runLink: string;
  readonly receivedAt: string;
};

/**
 * Stores a run, its spec, the course's new board version and what is to stand `beside` it at once, and tells which of its bytes the
 * daily job may be deleting: those are to be written again. An id that is there already stays as it is.
 */
export async function insertRun(
  db: D1Database,
  run: NewRun,
  beside: readonly D1PreparedStatement[],
): Promise<{ readonly doomed: ReadonlySet<string>; readonly boards: readonly StoredBoard[] }> {
  const { metrics, verification } = run;
  const results = await db.batch([
    insertSpec(db, run.spec),
    db
      .prepare(
        `INSERT INTO runs (id, course, member, spec_id, problem, width, parameters, engine, device, train_mse, test_mse,
           random_mse, auroc, tpr_at_1_fpr, d_prime, claimed, verification, rejection, weights_hash, history_hash,
           content_hash, duration_ms, loss_course, run_link, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
      )
      .bind(
        run.id,
        run.course,
        run.member,
        specId(run.spec),
        run.problem,
        run.width,
        run.parameters,
        run.engine,
        run.device,
        metrics.trainMse,
        metrics.testMse,
        metrics.randomMse,
        metrics.auroc ?? null,
        metrics.tprAt1Fpr ?? null,
        metrics.dPrime ?? null,
        JSON.stringify(run.claimed),
        verification.status,
        verification.status === "rejected" ? verification.reason : null,
        run.weightsHash,
        run.historyHash,
        run.contentHash,
        run.durationMs,
        run.lossCourse,
        run.runLink,
        run.receivedAt,
      ),
    ...beside,
    bumpBoards(db, run.course),
    selectBoards(db, run.course),
    selectDoomed(db, [run.weightsHash, run.historyHash]),
  ]);
  return { doomed: rowsToHashes(results.at(-1)), boards: rowsToBoards(results.at(-2)?.results ?? []) };
}

const Stored = z.object({
  course: z.string(),
  member: z.string(),
  content_hash: z.string(),
  is_present: z.int(),
  verification: RunRow.shape.verification,
  rejection: RunRow.shape.rejection,
  run_link: z.string(),
});

/** What is needed to answer a run that is sent again, or to find its run link. */
export type StoredContent = {
  readonly course: string;
  readonly member: string;
  readonly contentHash: string;
  /** False for a run of someone who was erased: its id is taken until the daily job has deleted it, and no one may read it. */
  readonly isPresent: boolean;
  readonly verification: Verification;
  readonly runLink: string;
};

export async function readStoredContent(db: D1Database, id: string): Promise<StoredContent | null> {
  const row = await db
    .prepare(
      `SELECT course, member, content_hash, verification, rejection, run_link,
         EXISTS (SELECT 1 FROM present_members WHERE id = runs.member) AS is_present FROM runs WHERE id = ?`,
    )
    .bind(id)
    .first();
  if (row === null) return null;
  const stored = Stored.parse(row);
  return {
    course: stored.course,
    member: stored.member,
    contentHash: stored.content_hash,
    isPresent: stored.is_present === 1,
    verification: rowToVerification(stored),
    runLink: stored.run_link,
  };
}

/** Which of these hashes a stored run names already; one of a member who was erased does not count, for its bytes may be gone. */
export async function listStoredHashes(
  db: D1Database,
  { weights, history }: { weights: string; history: string },
) {
  const row = await db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM runs r JOIN present_members m ON m.id = r.member WHERE r.weights_hash = ?) AS weights,
              EXISTS (SELECT 1 FROM runs r JOIN present_members m ON m.id = r.member WHERE r.history_hash = ?) AS history`,
    )
    .bind(weights, history)
    .first<{ weights: number; history: number }>();
  return { weights: row?.weights === 1, history: row?.history === 1 };
}

export function rowToVerification(row: Pick<RunRow, "verification" | "rejection">): Verification {
  return row.verification === "rejected"
    ? { status: "rejected", reason: row.rejection ?? "" }
    : { status: row.verification };
}

export function rowToMetrics(row: Pick<RunRow, "train_mse" | "test_mse" | "random_mse" | "auroc">): Metrics {
  return {
    trainMse: row.train_mse,
    testMse: row.test_mse,
    randomMse: row.random_mse,
    ...(row.auroc === null ? {} : { auroc: row.auroc }),
  };
}

const LIST_LIMIT = 200;

/** The newest runs of a course, or of one member of it. */
export async function listRuns(
  db: D1Database,
  { course, member }: { course: string; member: string | null },
): Promise<{ runs: RunSummary[]; more: boolean }> {
  const { results } = await db
    .prepare(
      `SELECT r.*, m.pseudonym FROM runs r JOIN present_members m ON m.id = r.member
       WHERE r.course = ?1 ${member === null ? "" : "AND r.member = ?3"} ORDER BY r.received_at DESC, r.id LIMIT ?2`,
    )
    .bind(course, LIST_LIMIT + 1, ...(member === null ? [] : [member]))
    .all();
  const rows = results.map((row) => RunRow.parse(row));
  return { runs: rows.slice(0, LIST_LIMIT).map(rowToSummary), more: rows.length > LIST_LIMIT };
}

/** A stored run as a submission takes it: the Worker's numbers, and the spec that they are of. */
export type CountedRun = SubmittedRun & { readonly specId: string };

/** Those of the ids that are runs of this member in this course. */
export async function listRunsById(
  db: D1Database,
  { course, member, ids }: { course: string; member: string; ids: readonly string[] },
): Promise<ReadonlyMap<string, CountedRun>> {
  const { results } = await db
    .prepare(
      `SELECT r.*, m.pseudonym FROM runs r JOIN present_members m ON m.id = r.member
       WHERE r.course = ?1 AND r.member = ?2 AND r.id IN (SELECT value FROM json_each(?3))`,
    )
    .bind(course, member, JSON.stringify(ids))
    .all();
  return new Map(
    results.map((found) => {
      const { id, specId, metrics, verification, runLink } = rowToSummary(RunRow.parse(found));
      return [id, { id, specId, metrics, verification, runLink }];
    }),
  );
}

function rowToSummary(row: RunRow): RunSummary {
  return {
    id: row.id,
    specId: row.spec_id,
    problem: row.problem,
    width: row.width,
    pseudonym: row.pseudonym,
    engine: row.engine,
    device: row.device,
    metrics: rowToMetrics(row),
    verification: rowToVerification(row),
    receivedAt: row.received_at,
    runLink: row.run_link,
  };
}
