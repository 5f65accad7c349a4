import * as z from "zod/mini";
import { SubmissionId } from "../../shared/api/homework.ts";

/**
 * A submission that was sent and not answered yet, kept so that the very same one is sent again: the class takes it once,
 * whether or not the first arrived.
 */
export const PendingHandIn = z.object({
  id: SubmissionId,
  version: z.int(),
  revisions: z.record(z.string(), z.int()),
});
export type PendingHandIn = z.infer<typeof PendingHandIn>;
