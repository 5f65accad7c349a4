import type { Verification } from "../../shared/api/runs.ts";
import { dayIn } from "../../shared/boards/day.ts";
import { makeJudge, readFacts } from "../../shared/boards/judge.ts";
import type { Measures } from "../../shared/metrics/measures.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { insertEntry } from "../store/board-entries.ts";
import { listBoards, type StoredBoard } from "../store/boards.ts";

/** A run as it is about to be stored. */
export type EnteredRun = {
  readonly id: string;
  readonly member: string;
  readonly spec: ExperimentSpec;
  readonly verification: Verification;
  readonly metrics: Measures;
  readonly contentHash: string;
  readonly receivedAt: string;
};

type Entering = {
  readonly course: string;
  readonly boards: readonly StoredBoard[];
  readonly run: EnteredRun;
};

/** The statements that enter a run on those of a course's boards on which it counts, for the batch that stores it. */
export function enterRun(db: D1Database, { course, boards, run }: Entering): readonly D1PreparedStatement[] {
  const facts = readFacts(run.spec);
  const { id, member, receivedAt, contentHash, metrics: measures } = run;
  return boards.flatMap(({ rule, revision, zone }) => {
    const judged = makeJudge(rule)({ facts, verification: run.verification.status, measures, receivedAt });
    if (!judged.counts) return [];
    const { width, latentSize, cost } = judged;
    const day = dayIn(zone, Date.parse(receivedAt));
    const entry = { run: id, member, width, latentSize, cost, receivedAt, day };
    return [insertEntry(db, { course, rule, revision }, entry, contentHash)];
  });
}

/** Rules that change faster than runs can be entered leave the rest to the change, which judges what came in last once more. */
const MOST_ROUNDS = 3;

/** Enters a stored run on the boards whose rule is no longer the one that it was judged by. */
export async function enterAgain(
  db: D1Database,
  { before, now, ...entering }: Omit<Entering, "boards"> & Record<"before" | "now", readonly StoredBoard[]>,
): Promise<void> {
  let [judged, present] = [before, now];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const revisions = new Set(judged.map(({ rule, revision }) => `${rule.id} ${revision}`));
    const boards = present.filter(({ rule, revision }) => !revisions.has(`${rule.id} ${revision}`));
    const statements = enterRun(db, { ...entering, boards });
    if (statements.length === 0) return;
    await db.batch([...statements]);
    [judged, present] = [present, await listBoards(db, entering.course)];
  }
}
