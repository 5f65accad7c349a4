import { type Context, Hono } from "hono";
import type * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { BindRow, PutRoster, RenameMember, type Roster } from "../../shared/api/roster.ts";
import { MAX_ROSTER_BODY_BYTES } from "../../shared/limits.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { importRoster } from "../courses/import-roster.ts";
import { bindMember, NO_SUCH_ROW, renameStudent, unbindMember } from "../courses/places.ts";
import { readMember } from "../courses/session.ts";
import type { Act } from "../courses/staff.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { readMemberById } from "../store/members.ts";
import { listRoster } from "../store/roster.ts";
import { limitBody } from "./body-limit.ts";
import { parseJson } from "./parse.ts";

/** Whom a course expects, and who of them a member is. */
export const roster = new Hono<LabEnv>();

roster.get(paths.roster(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  const rows = await listRoster(c.env.DB, member.course);
  return c.json({ rows: [...rows] } satisfies z.infer<typeof Roster>);
});

const limit = limitBody(MAX_ROSTER_BODY_BYTES, {
  what: "a roster",
  advice: "leave out the columns that are no name, email, id or section",
});

roster.put(paths.roster(":course"), limit, async (c) => {
  const act = await readAct(c, c.req.param("course"));
  if (!act.ok) return refuse(c, act.error);
  const body = await readPut(c);
  if (!body.ok) return refuse(c, body.error);
  const imported = await importRoster(act.value, body.value);
  return imported.ok ? c.json(imported.value) : refuse(c, imported.error);
});

roster.put(paths.rosterMember(":course", ":row"), async (c) => {
  const act = await readAct(c, c.req.param("course"));
  if (!act.ok) return refuse(c, act.error);
  const body = await parseJson(c, BindRow);
  if (!body.ok) return refuse(c, body.error);
  const student = await readStudent(act.value, body.value.member);
  if (student === null) return refuse(c, NO_SUCH_STUDENT);
  const bound = await bindMember(act.value, { row: c.req.param("row"), student });
  return bound.ok ? c.body(null, 204) : refuse(c, bound.error);
});

roster.delete(paths.rosterMember(":course", ":row"), async (c) => {
  const act = await readAct(c, c.req.param("course"));
  if (!act.ok) return refuse(c, act.error);
  const unbound = await unbindMember(act.value, c.req.param("row"));
  return unbound ? c.body(null, 204) : refuse(c, NO_SUCH_ROW);
});

roster.put(paths.memberName(":course", ":member"), async (c) => {
  const act = await readAct(c, c.req.param("course"));
  if (!act.ok) return refuse(c, act.error);
  const body = await parseJson(c, RenameMember);
  if (!body.ok) return refuse(c, body.error);
  const student = await readStudent(act.value, c.req.param("member"));
  if (student === null) return refuse(c, NO_SUCH_STUDENT);
  await renameStudent(act.value, { student, name: body.value.name });
  return c.body(null, 204);
});

async function readAct(c: Context<LabEnv>, course: string): Promise<Result<Act, ApiError>> {
  const actor = await readMember(c, course);
  if (actor === null) return failure(NOT_A_MEMBER);
  if (!can(actor.role, "changeRoster")) return failure(INSTRUCTORS_ONLY);
  return success({ db: c.env.DB, actor, now: new Date().toISOString() });
}

async function readStudent({ db, actor }: Act, id: string) {
  const member = await readMemberById(db, actor.course, id);
  return member?.role === "student" ? member : null;
}

/** JSON, or the file itself with its wishes in the query. */
async function readPut(c: LabContext): Promise<Result<z.infer<typeof PutRoster>, ApiError>> {
  if (!/^text\/csv\b/i.test(c.req.header("Content-Type") ?? "")) return await parseJson(c, PutRoster);
  const wished = (name: string) => c.req.query(name) === "true";
  return success({
    csv: await c.req.text(),
    dryRun: wished("dryRun"),
    removeMissing: wished("removeMissing"),
  });
}

const INSTRUCTORS_ONLY: ApiError = {
  reason: "forbidden",
  message: "The roster and the names of students are changed by the course's instructors.",
};
const NO_SUCH_STUDENT: ApiError = {
  reason: "notFound",
  message: "The course has no student of this id.",
};
