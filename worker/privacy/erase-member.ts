import { forgetRecentCourse } from "../boards/read-board.ts";
import { erasedOf } from "../store/erasures.ts";
import type { Member } from "../store/members.ts";
import { erase, hashMember, keepErasure, type Stores } from "./ledger.ts";

/** Erases a student at once; whatever is left of rows and bytes is the daily job's. False where there is no such student (any more). */
export async function eraseMember(
  { DB, BYTES }: Stores,
  { member, actor, now }: { member: Member; actor: Member; now: string },
): Promise<boolean> {
  const isOwn = actor.id === member.id;
  const [, hidden] = await DB.batch([
    ...erase(DB, {
      member,
      actor: isOwn ? erasedOf(member.course) : actor,
      how: isOwn ? "asked" : "byOwner",
      now,
    }),
  ]);
  if (hidden === undefined || hidden.meta.changes === 0) return false;
  forgetRecentCourse(member.course);
  try {
    await keepErasure(BYTES, hashMember(member.id), now);
  } catch (error) {
    // The student is erased; the daily job writes into KV what D1's ledger has.
    // biome-ignore lint/suspicious/noConsole: the platform keeps this as the log of the failure
    console.error(error);
  }
  return true;
}
