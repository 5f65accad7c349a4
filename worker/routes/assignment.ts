import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { PutAssignment } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { forStudents } from "../../shared/assignment/for-students.ts";
import { parseAssignment } from "../../shared/assignment/parse-assignment.ts";
import { MAX_ASSIGNMENT_JSON_BYTES } from "../../shared/limits.ts";
import { success } from "../../shared/result.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { invalid, NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { putAssignment } from "../homework/put-assignment.ts";
import { readOne, readView } from "../homework/read-present.ts";
import { listVersions } from "../store/assignments.ts";
import { countAnswered } from "../store/progress.ts";
import { limitBody } from "./body-limit.ts";
import { inUtc, parseJson } from "./parse.ts";

export const assignment = new Hono<LabEnv>();

assignment.get(paths.assignment(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const view = await readView(c.env.DB, member);
  const isStaff = can(member.role, "seeEveryone");
  return c.json(isStaff ? view : { ...view, assignment: forStudents(view.assignment) });
});

assignment.get(paths.versions(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  return c.json({ versions: await listVersions(c.env.DB, member.course) });
});

assignment.get(paths.answered(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  return c.json({ cells: await countAnswered(c.env.DB, member.course) });
});

assignment.get(paths.version(":course", ":version"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  const number = /^[1-9]\d{0,8}$/.test(c.req.param("version")) ? Number(c.req.param("version")) : null;
  const version = number === null ? null : await readOne(c.env.DB, member.course, number);
  return version === null ? refuse(c, NO_SUCH_VERSION) : c.json(version);
});

const NO_SUCH_VERSION: ApiError = {
  reason: "notFound",
  message: "The course's homework has no such version; its versions count from 1.",
};

const limit = limitBody(MAX_ASSIGNMENT_JSON_BYTES, { what: "a homework" });

assignment.put(paths.assignment(":course"), limit, async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  if (!can(member.role, "changeHomework")) {
    return refuse(c, {
      reason: "forbidden",
      message: "The homework is changed by the course's instructors.",
    });
  }
  const body = await parseJson(c, PutAssignment);
  if (!body.ok) return refuse(c, body.error);
  const { base, dueAt } = body.value;
  const given = body.value.assignment === undefined ? success(null) : parseAssignment(body.value.assignment);
  if (!given.ok) return refuse(c, invalid(given.error));
  const now = new Date();
  const put = await putAssignment(c.env.DB, {
    actor: member,
    assignment: given.value,
    base,
    ...(dueAt === undefined ? {} : { dueAt: inUtc(dueAt) }),
    now: now.toISOString(),
  });
  return put.ok ? c.json(put.value) : refuse(c, put.error);
});
