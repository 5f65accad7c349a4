import type { ApiError } from "../../shared/api/errors.ts";
import type { InviteStaff, StaffKey, StaffRole } from "../../shared/api/staff.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { insertAudit } from "../store/audit-log.ts";
import { insertMember, type Member, setRole } from "../store/members.ts";
import { deleteSignInKeys, insertSignInKey } from "../store/sign-in-keys.ts";
import { endWaysIn } from "../store/ways-in.ts";
import { hashToken, makeToken } from "./secrets.ts";

/** What an owner does: who, with what database, when. */
export type Act = { readonly db: D1Database; readonly actor: Member; readonly now: string };

/** Makes a member of the staff with a sign-in key; fails where the course has someone of that name. */
export async function inviteStaff(
  { db, actor, now }: Act,
  { name, role }: InviteStaff,
): Promise<Result<StaffKey, ApiError>> {
  const member: Member = { id: crypto.randomUUID(), course: actor.course, role, pseudonym: name };
  const signInKey = makeToken();
  try {
    await db.batch([
      insertMember(db, { ...member, createdAt: now }),
      insertAudit(db, { actor, change: { kind: "staffInvited", who: name, role }, now }),
      insertSignInKey(db, { keyHash: hashToken(signInKey), member, now }),
    ]);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("members.pseudonym"))) throw error;
    return failure({
      reason: "conflict",
      message: `The course has a member called ${name} already; choose another name.`,
      field: "name",
    });
  }
  return success({ id: member.id, signInKey });
}

/** Gives a member of the staff a new sign-in key; the ones before end. */
export async function renewSignInKey({ db, actor, now }: Act, member: Member): Promise<StaffKey> {
  const signInKey = makeToken();
  await db.batch([
    deleteSignInKeys(db, member),
    insertSignInKey(db, { keyHash: hashToken(signInKey), member, now }),
    insertAudit(db, { actor, change: { kind: "signInLinkRenewed", who: member.pseudonym }, now }),
  ]);
  return { id: member.id, signInKey };
}

/** Gives a member of the staff another role; fails where the course would be left without an owner. */
export async function changeRole(
  { db, actor, now }: Act,
  member: Member,
  role: StaffRole,
): Promise<Result<null, ApiError>> {
  if (member.role === role) return success(null);
  const change = { kind: "roleChanged", who: member.pseudonym, from: member.role, to: role } as const;
  const [set] = await db.batch([setRole(db, member, role), insertAudit(db, { actor, change, now })]);
  return set?.meta.changes === 0 ? failure(LAST_OWNER) : success(null);
}

/** Makes a member of the staff a student with no way in, at once; fails as above. */
export async function removeStaff({ db, actor, now }: Act, member: Member): Promise<Result<null, ApiError>> {
  const change = { kind: "roleChanged", who: member.pseudonym, from: member.role, to: "student" } as const;
  const [set] = await db.batch([
    setRole(db, member, "student"),
    insertAudit(db, { actor, change, now }),
    ...endWaysIn(db, member),
  ]);
  return set?.meta.changes === 0 ? failure(LAST_OWNER) : success(null);
}

const LAST_OWNER: ApiError = {
  reason: "conflict",
  message: "The course needs an owner: make someone else one first.",
  field: "role",
};
