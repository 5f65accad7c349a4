import { type Context, Hono } from "hono";
import type * as z from "zod/mini";
import type { ApiError } from "../../shared/api/errors.ts";
import type { MemberList, NewRecoveryCode } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { hashToken, makeRecoveryCode } from "../courses/secrets.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { listMembers, type Member, readMemberById } from "../store/members.ts";
import { putRecoveryCode } from "../store/recovery-codes.ts";
import { deleteSessions } from "../store/sessions.ts";

/** Who is in a course, and how its instructors help a student back in or out. */
export const members = new Hono<LabEnv>();

members.get(paths.members(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member?.role !== "instructor") return refuse(c, NO_SUCH_COURSE);
  const listed = await listMembers(c.env.DB, { course: member.course, now: new Date().toISOString() });
  return c.json({
    members: listed.map(({ course: _, ...one }) => one),
  } satisfies z.infer<typeof MemberList>);
});

members.post(paths.memberRecoveryCode(":course", ":member"), async (c) => {
  const student = await readStudent(c, c.req.param());
  if (!student.ok) return refuse(c, student.error);
  const recoveryCode = makeRecoveryCode();
  const now = new Date().toISOString();
  await putRecoveryCode(c.env.DB, {
    codeHash: hashToken(recoveryCode),
    member: student.value,
    now,
  }).run();
  return c.json({ recoveryCode } satisfies z.infer<typeof NewRecoveryCode>, 201);
});

members.delete(paths.memberSessions(":course", ":member"), async (c) => {
  const student = await readStudent(c, c.req.param());
  if (!student.ok) return refuse(c, student.error);
  await deleteSessions(c.env.DB, student.value).run();
  return c.body(null, 204);
});

/** The student that an instructor of the course names; an instructor has no power over another one's ways in. */
async function readStudent(
  c: Context<LabEnv>,
  { course, member: id }: { readonly course: string; readonly member: string },
): Promise<Result<Member, ApiError>> {
  const member = await readMember(c, course);
  if (member === null) return failure(NOT_A_MEMBER);
  if (member.role !== "instructor") return failure(INSTRUCTORS_ONLY);
  const student = await readMemberById(c.env.DB, member.course, id);
  return student?.role === "student" ? success(student) : failure(NO_SUCH_STUDENT);
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
