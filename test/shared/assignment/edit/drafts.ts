import { type DraftAssignment, parseDraft } from "../../../../shared/assignment/edit/draft.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";

/** The built-in homework, or another one, as a draft. */
export function draftOf(input: unknown = BUILT_IN_HOMEWORK): DraftAssignment {
  const parsed = parseDraft(structuredClone(input));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
