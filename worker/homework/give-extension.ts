import type { ApiError } from "../../shared/api/errors.ts";
import type { ExtensionFor } from "../../shared/api/schedule.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { insertAudit } from "../store/audit-log.ts";
import { deleteExtension, isSection, putExtension } from "../store/extensions.ts";
import { type Member, readMemberById } from "../store/members.ts";

export type ExtensionToGive = {
  readonly actor: Member;
  readonly whose: ExtensionFor;
  readonly dueAt: string;
  readonly reason: string;
  readonly now: string;
};

/** Gives a student or a section another due date, or changes it; a failure says that the course has no such student or section. */
export async function giveExtension(
  db: D1Database,
  { actor, whose, dueAt, reason, now }: ExtensionToGive,
): Promise<Result<null, ApiError>> {
  const { course } = actor;
  const who = await nameOf(db, { course, whose });
  if (who === null) return failure(whose.kind === "student" ? NO_SUCH_STUDENT : NO_SUCH_SECTION);
  const change = { kind: "extensionGiven", to: whose.kind, who, dueAt } as const;
  await db.batch([
    putExtension(db, { course, whose, dueAt, reason, givenBy: actor.id, now }),
    insertAudit(db, { actor, change, now }),
  ]);
  return success(null);
}

/** Takes an extension away; false where there is none. A section's ends even when nobody is in it any more. */
export async function takeExtension(
  db: D1Database,
  { actor, whose, now }: Pick<ExtensionToGive, "actor" | "whose" | "now">,
): Promise<boolean> {
  const { course } = actor;
  const who = whose.kind === "section" ? whose.section : await nameOf(db, { course, whose });
  if (who === null) return false;
  const [taken] = await db.batch([
    deleteExtension(db, { course, whose }),
    insertAudit(db, { actor, change: { kind: "extensionTaken", to: whose.kind, who }, now }),
  ]);
  return taken !== undefined && taken.meta.changes > 0;
}

/** What the log calls them; null where the course has no such student or section. */
async function nameOf(
  db: D1Database,
  { course, whose }: { readonly course: string; readonly whose: ExtensionFor },
): Promise<string | null> {
  switch (whose.kind) {
    case "student": {
      const member = await readMemberById(db, course, whose.member);
      return member?.role === "student" ? member.pseudonym : null;
    }
    case "section":
      return (await isSection(db, { course, section: whose.section })) ? whose.section : null;
    default:
      return whose satisfies never;
  }
}

const NO_SUCH_STUDENT: ApiError = {
  reason: "notFound",
  message: "The course has no student of this id.",
};
const NO_SUCH_SECTION: ApiError = {
  reason: "notFound",
  message: "The roster has nobody in this section; put the roster first, or write the section as it has it.",
};
