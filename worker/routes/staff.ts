import { type Context, Hono } from "hono";
import type * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { type ChangedRole, ChangeRole, InviteStaff } from "../../shared/api/staff.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readMember } from "../courses/session.ts";
import { type Act, changeRole, inviteStaff, removeStaff, renewSignInKey } from "../courses/staff.ts";
import type { LabEnv } from "../environment.ts";
import { NOT_A_MEMBER, refuse } from "../failures.ts";
import { type Member, readMemberById } from "../store/members.ts";
import { parseJson } from "./parse.ts";

/** The people who teach a course: its owners invite them, change what they are, and take them out. */
export const staff = new Hono<LabEnv>();

staff.post(paths.staff(":course"), async (c) => {
  const act = await readAct(c, c.req.param("course"));
  if (!act.ok) return refuse(c, act.error);
  const body = await parseJson(c, InviteStaff);
  if (!body.ok) return refuse(c, body.error);
  const invited = await inviteStaff(act.value, body.value);
  return invited.ok ? c.json(invited.value, 201) : refuse(c, invited.error);
});

staff.put(paths.staffMember(":course", ":member"), async (c) => {
  const found = await readStaff(c, c.req.param());
  if (!found.ok) return refuse(c, found.error);
  const body = await parseJson(c, ChangeRole);
  if (!body.ok) return refuse(c, body.error);
  const { act, member } = found.value;
  const changed = await changeRole(act, member, body.value.role);
  if (!changed.ok) return refuse(c, changed.error);
  return c.json({ id: member.id, role: body.value.role } satisfies z.infer<typeof ChangedRole>);
});

staff.delete(paths.staffMember(":course", ":member"), async (c) => {
  const found = await readStaff(c, c.req.param());
  if (!found.ok) return refuse(c, found.error);
  const removed = await removeStaff(found.value.act, found.value.member);
  return removed.ok ? c.body(null, 204) : refuse(c, removed.error);
});

staff.post(paths.staffSignInKey(":course", ":member"), async (c) => {
  const found = await readStaff(c, c.req.param());
  if (!found.ok) return refuse(c, found.error);
  return c.json(await renewSignInKey(found.value.act, found.value.member), 201);
});

async function readAct(c: Context<LabEnv>, course: string): Promise<Result<Act, ApiError>> {
  const actor = await readMember(c, course);
  if (actor === null) return failure(NOT_A_MEMBER);
  if (!can(actor.role, "manageStaff")) return failure(OWNERS_ONLY);
  return success({ db: c.env.DB, actor, now: new Date().toISOString() });
}

async function readStaff(
  c: Context<LabEnv>,
  { course, member: id }: { readonly course: string; readonly member: string },
): Promise<Result<{ readonly act: Act; readonly member: Member }, ApiError>> {
  const act = await readAct(c, course);
  if (!act.ok) return act;
  const member = await readMemberById(c.env.DB, act.value.actor.course, id);
  if (member === null || member.role === "student") return failure(NO_SUCH_STAFF);
  return success({ act: act.value, member });
}

const OWNERS_ONLY: ApiError = {
  reason: "forbidden",
  message: "The staff of a course is changed by its owners.",
};
const NO_SUCH_STAFF: ApiError = {
  reason: "notFound",
  message: "No one on the course's staff has this id.",
};
