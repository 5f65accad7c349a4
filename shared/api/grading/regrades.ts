import * as z from "zod/mini";
import { MAX_REGRADE_CHARACTERS } from "../../limits.ts";
import { GradedPerson, PartId, Revision } from "./part-grade.ts";

/** A student's request to look at a part again. */
export const RegradeRequest = z.object({
  id: z.string(),
  /** 0 until it is answered, then counts the answer's changes. */
  revision: Revision,
  handle: z.string(),
  who: z.nullable(GradedPerson),
  part: PartId,
  text: z.string(),
  askedAt: z.string(),
  answer: z.nullable(z.object({ text: z.string(), by: z.string(), at: z.string() })),
});
export type RegradeRequest = z.infer<typeof RegradeRequest>;

/** `GET .../gradebook/requests`: those without an answer first, then the newest first. */
export const RegradeRequestList = z.object({ requests: z.array(RegradeRequest) });
export type RegradeRequestList = z.infer<typeof RegradeRequestList>;
const regradeText = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REGRADE_CHARACTERS));
/** `PUT .../gradebook/requests/ID`: answers the RegradeRequest. A grade that changes is put by itself. */
export const AnswerRegrade = z.strictObject({ base: Revision, text: regradeText });
export type AnswerRegrade = z.infer<typeof AnswerRegrade>;

/** One's own request, as a student sees it. */
export const MyRegradeRequest = z.object({
  id: z.string(),
  part: PartId,
  text: z.string(),
  askedAt: z.string(),
  answer: z.nullable(z.object({ text: z.string(), at: z.string() })),
});
export type MyRegradeRequest = z.infer<typeof MyRegradeRequest>;
/** `POST .../my-grade/requests`: 201 with the MyRegradeRequest; 409 before release, of a part without a grade, or with one of it still open. */
export const AskForRegrade = z.strictObject({ part: PartId, text: regradeText });
export type AskForRegrade = z.infer<typeof AskForRegrade>;
