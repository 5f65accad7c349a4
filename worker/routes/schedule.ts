import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { PutSchedule } from "../../shared/api/schedule.ts";
import { MAX_JSON_BODY_BYTES } from "../../shared/limits.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { putSchedule } from "../homework/put-schedule.ts";
import { readSchedule } from "../store/schedules.ts";
import { limitBody } from "./body-limit.ts";
import { inUtc, parseJson } from "./parse.ts";

/** When a course's homework is due, and what late work costs. */
export const schedule = new Hono<LabEnv>();

schedule.get(paths.schedule(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  return c.json(await readSchedule(c.env.DB, member.course));
});

const limit = limitBody(MAX_JSON_BODY_BYTES, { what: "a schedule" });

schedule.put(paths.schedule(":course"), limit, async (c) => {
  const actor = await readMember(c, c.req.param("course"));
  if (actor === null) return refuse(c, NOT_A_MEMBER);
  if (!can(actor.role, "changeHomework")) return refuse(c, DATES_ARE_INSTRUCTORS);
  const body = await parseJson(c, PutSchedule);
  if (!body.ok) return refuse(c, body.error);
  const { base, dueAt, zone, rule } = body.value;
  const now = new Date().toISOString();
  const put = await putSchedule(c.env.DB, {
    actor,
    base,
    schedule: { dueAt: inUtc(dueAt), zone, rule },
    now,
  });
  return put.ok ? c.json(put.value) : refuse(c, put.error);
});

const DATES_ARE_INSTRUCTORS: ApiError = {
  reason: "forbidden",
  message: "Due dates and extensions are changed by the course's instructors.",
};
