import { insertAudit } from "../store/audit-log.ts";
import { deleteFlagReview, putFlagReview } from "../store/flag-reviews.ts";
import type { Member } from "../store/members.ts";
import { flagId, membersOf } from "./build-flag.ts";
import type { FoundFlag } from "./read-flags.ts";

type Act = { readonly actor: Member; readonly now: string };

/** Marks a flag as looked at, with a note, and writes that into the log. */
export async function reviewFlag(
  db: D1Database,
  { flag, note, actor, now }: Act & { readonly flag: FoundFlag; readonly note: string },
): Promise<void> {
  const id = flagId(flag);
  const [member, other] = membersOf(flag);
  const { course } = actor;
  await db.batch([
    putFlagReview(db, { course, flag: id, kind: flag.kind, member, other, note, by: actor.id, now }),
    insertAudit(db, { actor, change: { kind: "flagLookedAt", flag: id, about: flag.kind }, now }),
  ]);
}

/** Opens a flag again. */
export async function reopenFlag(
  db: D1Database,
  { flag, actor, now }: Act & { readonly flag: FoundFlag },
): Promise<void> {
  const id = flagId(flag);
  await db.batch([
    deleteFlagReview(db, { course: actor.course, flag: id }),
    insertAudit(db, { actor, change: { kind: "flagReopened", flag: id, about: flag.kind }, now }),
  ]);
}
