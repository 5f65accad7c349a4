import * as z from "zod/mini";
import { MAX_ACCEPTED_AT_ONCE, MAX_REASON_CHARACTERS } from "../../limits.ts";
import { ApiError } from "../errors.ts";
import { GradeComment, HomeworkVersion, ItemId, PartGrade, Revision } from "./part-grade.ts";

/**
 * `PUT .../gradebook/students/HANDLE/grades/PART`: 200 with GradeSaved. `submission` is the number of the one that was looked at (null:
 * nothing was handed in), `version` that whose rubric was. The same grade again changes nothing. 409 with GradeConflict where someone
 * else graded meanwhile, where the homework has a newer version, or where there is no such submission.
 */
export const PutGrade = z.strictObject({
  base: Revision,
  submission: z.nullable(z.int().check(z.minimum(1))),
  version: HomeworkVersion,
  ticked: z.array(ItemId).check(z.maxLength(20)),
  adjustment: z.number().check(z.minimum(-1_000), z.maximum(1_000), z.multipleOf(0.01)),
  comment: GradeComment,
});
export type PutGrade = z.infer<typeof PutGrade>;

/** Also what `DELETE .../grades/PART?base=REVISION` answers, with `grade` null: the part is ungraded again. */
export const GradeSaved = z.object({
  grade: z.nullable(PartGrade),
  earned: z.nullable(z.number()),
  total: z.nullable(z.number()),
});
export type GradeSaved = z.infer<typeof GradeSaved>;
/** 409: what stands now, null where the part is ungraded. */
export const GradeConflict = z.object({ error: ApiError, stands: z.nullable(PartGrade) });
export type GradeConflict = z.infer<typeof GradeConflict>;

/**
 * `POST .../gradebook/parts/PART/acceptances`: puts what the lab proposes as the grade of each of these students who has none of this
 * part yet; 409 where the homework has a newer version than the one that was seen. Who handed in nothing, `submission` null, gets 0.
 */
export const AcceptProposals = z.strictObject({
  version: HomeworkVersion,
  students: z
    .array(z.strictObject({ handle: z.string(), submission: z.nullable(z.int()), score: z.number() }))
    .check(z.minLength(1), z.maxLength(MAX_ACCEPTED_AT_ONCE)),
});
export type AcceptProposals = z.infer<typeof AcceptProposals>;
/** Left out are those who have a grade by now, whose submission is another one, or whose proposal is another than `score`. */
export const ProposalsAccepted = z.object({ accepted: z.array(z.string()), leftOut: z.array(z.string()) });
export type ProposalsAccepted = z.infer<typeof ProposalsAccepted>;

/** `PUT .../gradebook/students/HANDLE/submission`: grades submission `number` whatever comes later; null: the newest. Answers Standing. */
export const PutGradedSubmission = z.strictObject({
  base: Revision,
  number: z.nullable(z.int().check(z.minimum(1))),
});
export type PutGradedSubmission = z.infer<typeof PutGradedSubmission>;

/** `PUT .../gradebook/students/HANDLE/late-penalty`: null: the schedule's own. Answers Standing. */
export const PutLatePenalty = z.strictObject({
  base: Revision,
  override: z.nullable(
    z.strictObject({
      percent: z.number().check(z.minimum(0), z.maximum(100)),
      reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REASON_CHARACTERS)),
    }),
  ),
});
export type PutLatePenalty = z.infer<typeof PutLatePenalty>;
