import type * as z from "zod/mini";
import type { ApiError } from "../../shared/api/errors.ts";
import type { PutSubmission, Receipt } from "../../shared/api/homework.ts";
import { submissionFacts } from "../../shared/grading/facts.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import type { Bindings } from "../environment.ts";
import { listAnswers } from "../store/answers.ts";
import { nameBytes, writeBytes } from "../store/bytes.ts";
import { readDeadline } from "../store/deadlines.ts";
import type { Member } from "../store/members.ts";
import { listRunsById } from "../store/runs.ts";
import { insertSubmission, isContentStored, readEarlier } from "../store/submissions.ts";
import { type Admission, admit } from "./admit.ts";
import { checkRuns, listCountedRuns } from "./counted-runs.ts";
import { hasPlace } from "./find-misplaced.ts";
import { readPresent } from "./read-present.ts";
import { buildContent, checkSeen } from "./submission-content.ts";

export type SubmissionToKeep = {
  readonly id: string;
  readonly member: Member;
  readonly seen: z.infer<typeof PutSubmission>;
  readonly now: string;
};

/** Hands in the answers as they are stored: their bytes in KV first, then the row. The same id again gives the receipt of the first time. */
export async function handIn(
  { DB, BYTES }: Pick<Bindings, "DB" | "BYTES">,
  { id, member, seen, now }: SubmissionToKeep,
): Promise<Result<{ readonly receipt: Receipt; readonly isNew: boolean }, ApiError>> {
  const own = { course: member.course, member: member.id };
  const [present, deadline, earlier, answers] = await Promise.all([
    readPresent(DB, member.course),
    readDeadline(DB, member),
    readEarlier(DB, { ...own, id }),
    listAnswers(DB, own),
  ]);
  const { assignment, version } = present;
  const admission = admit({ id, member, earlier, deadline, now });
  if (admission.kind !== "new") return answerOld(admission);

  const unseen = checkSeen(seen, { present, stored: answers });
  if (unseen !== null) return failure(unseen);
  const saved = answers.filter((answer) => hasPlace(assignment, answer));
  const counted = listCountedRuns(assignment, new Map(saved.map(({ cell, answer }) => [cell, answer])));
  const ids = counted.flatMap(({ runs }) => runs.map((run) => run.id));
  const stored = await listRunsById(DB, { ...own, ids });
  const missing = checkRuns(counted, stored);
  if (missing !== null) return failure(missing);

  const content = canonicalJson(buildContent({ present, saved, counted, stored }));
  const bytes = nameBytes(new TextEncoder().encode(content));
  if (!(await isContentStored(DB, bytes.hash))) await writeBytes(BYTES, bytes);
  const { lateness } = admission;
  const kept = { version, contentHash: bytes.hash, receivedAt: now };
  const facts = submissionFacts(assignment, saved);
  const inserted = await insertSubmission(DB, { id, ...own, ...kept, facts, onlyFirst: lateness.late });
  if (inserted !== null) {
    const { number, isDoomed } = inserted;
    if (isDoomed) await writeBytes(BYTES, bytes);
    const { pseudonym } = member;
    const receipt = { id, number, ...kept, dueAt: deadline.dueAt, ...lateness, pseudonym };
    return success({ receipt, isNew: true });
  }
  // Another request was faster: its submission has this id, or is the one that may be late.
  return answerOld(admit({ id, member, earlier: await readEarlier(DB, { ...own, id }), deadline, now }));
}

function answerOld(admission: Admission): Result<{ receipt: Receipt; isNew: boolean }, ApiError> {
  switch (admission.kind) {
    case "known":
      return success({ receipt: admission.receipt, isNew: false });
    case "refused":
      return failure(admission.error);
    case "new":
      throw new Error("a submission that may come in was not stored");
    default:
      return admission satisfies never;
  }
}
