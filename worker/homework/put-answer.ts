import type { ApiError } from "../../shared/api/errors.ts";
import type { AnswerSaved } from "../../shared/api/homework.ts";
import type { AnswerFacts } from "../../shared/assignment/answer-facts.ts";
import type { Answer } from "../../shared/assignment/answers.ts";
import { MAX_ANSWERS_JSON_BYTES } from "../../shared/limits.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { readAnswer, type StoredAnswer, writeAnswer } from "../store/answers.ts";
import type { Member } from "../store/members.ts";

export type AnswerToPut = {
  readonly member: Member;
  readonly cell: string;
  readonly base: number;
  readonly answer: Answer;
  readonly facts: AnswerFacts;
  readonly now: string;
};

/** Stores an answer on top of the revision that it changes; a failure says that a newer one is there. */
export async function putAnswer(
  db: D1Database,
  { member, cell, base, answer, facts, now }: AnswerToPut,
): Promise<Result<AnswerSaved, ApiError>> {
  const where = { course: member.course, member: member.id, cell };
  const json = canonicalJson(answer);
  const written = await writeAnswer(db, { ...where, base, json, facts, savedAt: now });
  if (written !== null) return success({ cell, ...written });
  return decideUnwritten({ cell, base, json }, await readAnswer(db, where));
}

/** What became of an answer that the store did not take, by what it holds. */
export function decideUnwritten(
  { cell, base, json }: { cell: string; base: number; json: string },
  stored: StoredAnswer | null,
): Result<AnswerSaved, ApiError> {
  const revision = stored?.revision ?? 0;
  // Sent again after its response was lost, an answer comes with the base of the first time.
  if (stored !== null && stored.json === json) {
    return success({ cell, revision, savedAt: stored.savedAt });
  }
  if (base !== revision) {
    return failure({
      reason: "conflict",
      message: `The answer of ${cell} is at revision ${revision} on the server, and you changed revision ${base}. Read it again and choose which one to keep.`,
      field: "base",
    });
  }
  return failure({
    reason: "tooLarge",
    message: `Your answers would take more than ${MAX_ANSWERS_JSON_BYTES} bytes together; delete runs of this homework that you no longer need.`,
    field: "answer",
  });
}
