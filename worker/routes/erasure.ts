import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import { Erase } from "../../shared/api/erasure.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { forgetSession, readMember } from "../courses/session.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { NOT_A_MEMBER, refuse } from "../failures.ts";
import { liveOf } from "../live/live-of.ts";
import { eraseMember } from "../privacy/erase-member.ts";
import { type Member, readMemberById } from "../store/members.ts";
import { parseJson } from "./parse.ts";

/** Erases a student from a course: oneself, or as an owner another. */
export const erasure = new Hono<LabEnv>();

erasure.post(paths.erasure(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  if (member.role !== "student") return refuse(c, STAFF_STAYS);
  const erased = await eraseTyped(c, { member, actor: member });
  if (!erased.ok) return refuse(c, erased.error);
  forgetSession(c, member.course);
  return c.body(null, 204);
});

erasure.post(paths.memberErasure(":course", ":member"), async (c) => {
  const actor = await readMember(c, c.req.param("course"));
  if (actor === null) return refuse(c, NOT_A_MEMBER);
  if (!can(actor.role, "eraseStudents")) return refuse(c, OWNERS_ONLY);
  const student = await readMemberById(c.env.DB, actor.course, c.req.param("member"));
  if (student?.role !== "student") return refuse(c, NO_SUCH_STUDENT);
  const erased = await eraseTyped(c, { member: student, actor });
  return erased.ok ? c.body(null, 204) : refuse(c, erased.error);
});

/** Erases `member` where the body names the pseudonym. */
async function eraseTyped(
  c: LabContext,
  { member, actor }: { readonly member: Member; readonly actor: Member },
): Promise<Result<null, ApiError>> {
  const body = await parseJson(c, Erase);
  if (!body.ok) return body;
  if (body.value.pseudonym !== member.pseudonym) {
    return failure({
      reason: "invalid",
      message: `expected ${member.pseudonym}, the pseudonym of who is to be erased, got ${body.value.pseudonym}; nothing was erased`,
      field: "pseudonym",
    });
  }
  const isErased = await eraseMember(c.env, { member, actor, now: new Date().toISOString() });
  if (!isErased) return failure(NO_SUCH_STUDENT);
  // Where that cannot be told, the course's object forgets it within hours by itself.
  await liveOf(c.env, member.course)
    .forget(member.id)
    .catch(() => {});
  return success(null);
}

const STAFF_STAYS: ApiError = {
  reason: "forbidden",
  message: "Only students are erased. Ask an owner of the course to take you out of the staff first.",
};
const OWNERS_ONLY: ApiError = {
  reason: "forbidden",
  message: "A student is erased by an owner of the course, or by asking for it under /c/COURSE/me.",
};
const NO_SUCH_STUDENT: ApiError = {
  reason: "notFound",
  message: "The course has no student of this id (any more).",
};
