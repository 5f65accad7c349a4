import { type Context, Hono } from "hono";
import type * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import type { MemberList, NewRecoveryCode } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { hashToken, makeRecoveryCode } from "../courses/secrets.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { insertAudit } from "../store/audit-log.ts";
import { listMembers, type Member, readMemberById } from "../store/members.ts";
import { putRecoveryCode } from "../store/recovery-codes.ts";
import { deleteSessions } from "../store/sessions.ts";

/** Who is in a course, and how its instructors help a student back in or out. */
export const members = new Hono<LabEnv>();

members.get(paths.members(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  const listed = await listMembers(c.env.DB, { course: member.course, now: new Date().toISOString() });
  return c.json({
    members: listed.map(({ course: _, ...one }) => one),
  } satisfies z.infer<typeof MemberList>);
});

members.post(paths.memberRecoveryCode(":course", ":member"), async (c) => {
  const help = await readHelp(c, c.req.param());
  if (!help.ok) return refuse(c, help.error);
  const { actor, student, now } = help.value;
  const recoveryCode = makeRecoveryCode();
  await c.env.DB.batch([
    putRecoveryCode(c.env.DB, { codeHash: hashToken(recoveryCode), member: student, now }),
    insertAudit(c.env.DB, { actor, change: { kind: "recoveryCodeRenewed", who: student.pseudonym }, now }),
  ]);
  return c.json({ recoveryCode } satisfies z.infer<typeof NewRecoveryCode>, 201);
});

members.delete(paths.memberSessions(":course", ":member"), async (c) => {
  const help = await readHelp(c, c.req.param());
  if (!help.ok) return refuse(c, help.error);
  const { actor, student, now } = help.value;
  await c.env.DB.batch([
    deleteSessions(c.env.DB, student),
    insertAudit(c.env.DB, { actor, change: { kind: "signedOut", who: student.pseudonym }, now }),
  ]);
  return c.body(null, 204);
});

type Help = { readonly actor: Member; readonly student: Member; readonly now: string };

/** Who helps which student of the course; the ways in of the staff are its owners' to change. */
async function readHelp(
  c: Context<LabEnv>,
  { course, member: id }: { readonly course: string; readonly member: string },
): Promise<Result<Help, ApiError>> {
  const actor = await readMember(c, course);
  if (actor === null) return failure(NOT_A_MEMBER);
  if (!can(actor.role, "helpStudents")) return failure(INSTRUCTORS_ONLY);
  const student = await readMemberById(c.env.DB, actor.course, id);
  if (student?.role !== "student") return failure(NO_SUCH_STUDENT);
  return success({ actor, student, now: new Date().toISOString() });
}

const INSTRUCTORS_ONLY: ApiError = {
  reason: "forbidden",
  message:
    "Only the course's instructors do this for others; your own browsers and code are yours to change.",
};
const NO_SUCH_STUDENT: ApiError = {
  reason: "notFound",
  message: "The course has no student of this id.",
};
