import * as z from "zod/mini";
import { Membership, Role } from "./courses.ts";

const RECOVERY_LETTERS = 20;

/** Who a recovery code belongs to comes back with it from any browser. */
export const RecoveryCode = z
  .string()
  .check(z.regex(/^[A-HJ-NP-Z2-9]{20}$/, "expected the 20 letters and digits of a recovery code"));

/** A code out of what a person typed: any case, with spaces or hyphens. It may still not be one. */
export function normalizeRecoveryCode(typed: string): string {
  return typed
    .replace(/[\s-]/g, "")
    .toUpperCase()
    .slice(0, 4 * RECOVERY_LETTERS);
}

/** `7K3M-Q2W9-...`: how a code is printed. */
export function formatRecoveryCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/** `POST /api/recover`: answers 201 with a Membership and sets the course's session cookie. */
export const Recover = z.strictObject({ code: RecoveryCode });

/** `POST /api/join`: 201 for a new member, who is shown the recovery code this once; 200 for one who had joined, without it. */
export const Joined = z.extend(Membership, { recoveryCode: z.optional(RecoveryCode) });
export type Joined = z.infer<typeof Joined>;

/** `POST /api/courses/COURSE/recovery-code` (one's own) and `POST .../members/ID/recovery-code`: the old code ends. */
export const NewRecoveryCode = z.object({ recoveryCode: RecoveryCode });

/** A browser that is signed in. */
export const SessionView = z.object({
  id: z.string(),
  /** `Firefox on Linux`; empty where it did not say. */
  browser: z.string(),
  openedAt: z.string(),
  /** To the hour. */
  seenAt: z.string(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;
/** `GET /api/courses/COURSE/sessions`: one's own. `DELETE .../sessions/ID` ends one, at once. */
export const SessionList = z.object({ sessions: z.array(SessionView) });

/** Someone in a course, as its instructors see them. */
export const MemberView = z.object({
  id: z.string(),
  pseudonym: z.string(),
  /** As the student gave it, or the roster has it; empty where neither says. */
  name: z.string(),
  /** Of the roster; empty for who is not on it. */
  section: z.string(),
  role: Role,
  joinedAt: z.string(),
  /** When one of the open sessions was last used, to the hour; null where none is open. */
  seenAt: z.nullable(z.string()),
  browsers: z.int(),
});
export type MemberView = z.infer<typeof MemberView>;
/** `GET /api/courses/COURSE/members`, for instructors. `DELETE .../members/ID/sessions` signs a student out everywhere. */
export const MemberList = z.object({ members: z.array(MemberView) });
