import type { Answer } from "../../shared/assignment/answers.ts";
import { isDirty } from "./decide.ts";
import type { Outage } from "./outage.ts";
import type { Sheet } from "./sheet.ts";

/** Where a cell's answer is, between this tab, this device and the class. words.ts says it in a sentence. */
export type Standing =
  /** Nothing was ever put into the cell. */
  | { readonly status: "untouched" }
  /** On its way to this device or to the class. */
  | { readonly status: "saving" }
  /** On this device, and why not yet with the class. */
  | { readonly status: "savedHere"; readonly why: Outage["why"] }
  /** The class has it; since when, ISO 8601. */
  | { readonly status: "saved"; readonly at: string }
  /** Another version came from elsewhere while this one was changed: the student chooses. */
  | { readonly status: "conflict"; readonly theirs: Answer }
  /** The class will not take it, or this device cannot keep it. */
  | { readonly status: "failed"; readonly message: string };

/** What a student may do with two versions; `both` is for texts, one below the other. */
export type Keep = "mine" | "theirs" | "both";

export function standingOf({ draft, unsaved, unkept }: Sheet, outage: Outage | null): Standing {
  const [other] = draft?.others ?? [];
  if (other !== undefined) return { status: "conflict", theirs: other.answer };
  if (unsaved !== null) return { status: "saving" };
  if (draft === null) return { status: "untouched" };
  if (draft.refusal !== null) return { status: "failed", message: draft.refusal };
  if (!isDirty(draft) && draft.base.savedAt !== null) return { status: "saved", at: draft.base.savedAt };
  if (unkept !== null) return { status: "failed", message: unkept };
  return outage === null ? { status: "saving" } : { status: "savedHere", why: outage.why };
}
