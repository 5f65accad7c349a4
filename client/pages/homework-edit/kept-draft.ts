import * as z from "zod/mini";
import { DraftAssignment } from "../../../shared/assignment/edit/draft.ts";

/** What a device keeps of a homework that is being edited: the draft, and the version that it changes. */
export const KeptDraft = z.object({ base: z.int(), draft: DraftAssignment, keptAt: z.number() });
export type KeptDraft = z.infer<typeof KeptDraft>;

export function keyOf(course: string): string {
  return `homework-draft ${course}`;
}

/** The draft of a course on this device; null where there is none, or one that cannot be read. */
export function readKept(course: string): KeptDraft | null {
  try {
    const parsed = z.safeParse(KeptDraft, JSON.parse(localStorage.getItem(keyOf(course)) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Writes it down at once, also while the page closes; false where the device gives no room. */
export function keep(course: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(course), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(course: string): void {
  try {
    localStorage.removeItem(keyOf(course));
  } catch {
    // A device without storage kept nothing.
  }
}
