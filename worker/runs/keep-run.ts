import type { RunUpload } from "../../shared/api/runs.ts";
import { lossCourse } from "../../shared/metrics/loss-course.ts";
import { countParameters } from "../../shared/spec/parameters.ts";
import { enterAgain, enterRun } from "../boards/enter-run.ts";
import type { Bindings } from "../environment.ts";
import { listBoards } from "../store/boards.ts";
import { nameBytes, writeBytes } from "../store/bytes.ts";
import type { Member } from "../store/members.ts";
import { insertRun, listStoredHashes, type NewRun } from "../store/runs.ts";
import { listCourseSpecs } from "../store/specs.ts";
import type { Accepted } from "./accept.ts";
import { placeOf } from "./place.ts";

export type Kept = {
  readonly id: string;
  readonly member: Member;
  readonly upload: RunUpload;
  readonly accepted: Accepted;
  readonly contentHash: string;
  readonly runLink: string;
  readonly receivedAt: string;
};

/**
 * Makes a run durable: its bytes in KV first, unless a stored run names them, then its row, its course's and its entries on boards in
 * one batch.
 */
export async function keepRun({ DB, BYTES }: Pick<Bindings, "DB" | "BYTES">, run: Kept): Promise<void> {
  const { member, upload, accepted, ...rest } = run;
  const { spec, engine, device, history, metrics: claimed, durationMs } = upload;
  const weights = nameBytes(accepted.weights);
  const columns = nameBytes(new TextEncoder().encode(JSON.stringify(history)));
  const stored = await listStoredHashes(DB, { weights: weights.hash, history: columns.hash });
  if (!stored.weights) await writeBytes(BYTES, weights);
  if (!stored.history) await writeBytes(BYTES, columns);
  const place = placeOf(spec, await listCourseSpecs(DB, member.course));
  const judged = {
    ...rest,
    member: member.id,
    spec,
    verification: accepted.verification,
    metrics: accepted.metrics,
  };
  const boards = await listBoards(DB, member.course);
  const row: NewRun = {
    ...rest,
    course: member.course,
    member: member.id,
    spec,
    problem: place?.problem ?? null,
    width: place?.width ?? null,
    parameters: countParameters(spec.model.layers),
    engine,
    device,
    metrics: accepted.metrics,
    claimed,
    verification: accepted.verification,
    weightsHash: weights.hash,
    historyHash: columns.hash,
    durationMs,
    lossCourse: lossCourse(history.trainLoss),
  };
  const kept = await insertRun(DB, row, enterRun(DB, { course: member.course, boards, run: judged }));
  // A rule that was changed in that moment judges the run now.
  await enterAgain(DB, { course: member.course, before: boards, now: kept.boards, run: judged });
  for (const one of [weights, columns]) if (kept.doomed.has(one.hash)) await writeBytes(BYTES, one);
}
