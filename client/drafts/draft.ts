import * as z from "zod/mini";
import { Answer } from "../../shared/assignment/answers.ts";

/**
 * An answer as this device keeps it. What is too long for the class is kept here all the same, to be read and shortened: these
 * have the fields of shared/assignment/answers.ts without their limits.
 */
export const KeptAnswer = z.union([
  Answer,
  z.object({ kind: z.literal("number"), text: z.string() }),
  z.object({ kind: z.literal("text"), markdown: z.string() }),
  z.object({ kind: z.literal("code"), source: z.string() }),
  z.object({ kind: z.literal("cover"), firstName: z.string(), lastName: z.string(), honour: z.boolean() }),
]);

/** Another version of a cell, kept beside until the student has chosen. */
export const OtherVersion = z.object({
  answer: KeptAnswer,
  /** `class`: the server holds it, from another device; `tab`: another tab of this browser had written it. */
  from: z.enum(["class", "tab"]),
});
export type OtherVersion = z.infer<typeof OtherVersion>;

/** What this device knows of one cell. decide.ts says how it changes. */
export const Draft = z.object({
  answer: KeptAnswer,
  /** What the class was last known to hold, from which `answer` was made; revision 0 for nothing yet. */
  base: z.object({
    revision: z.int(),
    answer: z.nullable(KeptAnswer),
    savedAt: z.nullable(z.string()),
  }),
  others: z.array(OtherVersion),
  /** What was sent without word of whether it arrived, the newest last. */
  sent: z.array(KeptAnswer),
  /** Why the class will not take `answer` as it is. */
  refusal: z.nullable(z.string()),
});
export type Draft = z.infer<typeof Draft>;

/** Whose drafts: one course's, and one of the members who share this browser. */
export type Owner = { readonly course: string; readonly member: string };

/** A draft as a row of IndexedDB. */
export const DraftRow = z.extend(Draft, { course: z.string(), member: z.string(), cell: z.string() });
export type DraftRow = z.infer<typeof DraftRow>;
