import type { SavedAnswer } from "../../shared/api/homework.ts";
import type { Answer } from "../../shared/assignment/answers.ts";
import type { Outage } from "./outage.ts";

/** The class, as a member's drafts know it. */
export type Classroom = {
  readonly list: () => Promise<ListOutcome>;
  readonly put: (put: { cell: string; base: number; answer: Answer }) => Promise<PutOutcome>;
};

export type ListOutcome = { readonly type: "listed"; readonly answers: readonly SavedAnswer[] } | Unreached;

export type PutOutcome =
  | { readonly type: "stored"; readonly revision: number; readonly savedAt: string }
  /** The class holds a newer revision. */
  | { readonly type: "newer" }
  | { readonly type: "refused"; readonly message: string }
  | Unreached;

/** The class could not be asked, or not as this member. */
export type Unreached = { readonly type: Outage["why"] };
