import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import { paths } from "../../shared/api/paths.ts";
import { ChangeJoining, type Joining } from "../../shared/api/staff.ts";
import { makeJoinCode } from "../courses/secrets.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { insertAudit } from "../store/audit-log.ts";
import { readCourse, setJoining } from "../store/courses.ts";
import { parseJson } from "./parse.ts";

/** How students come into a course: its join code, and whether it lets anyone in. */
export const joining = new Hono<LabEnv>();

joining.get(paths.joining(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  const course =
    member !== null && can(member.role, "seeEveryone") ? await readCourse(c.env.DB, member.course) : null;
  if (course === null) return refuse(c, NO_SUCH_COURSE);
  const { joinCode, joinOpen: open, joinByRoster: byRoster } = course;
  return c.json({ joinCode, open, byRoster } satisfies Joining);
});

joining.put(paths.joining(":course"), async (c) => {
  const actor = await readMember(c, c.req.param("course"));
  if (actor === null) return refuse(c, NOT_A_MEMBER);
  if (!can(actor.role, "changeJoining")) {
    return refuse(c, {
      reason: "forbidden",
      message: "How students join is changed by the course's instructors.",
    });
  }
  const body = await parseJson(c, ChangeJoining);
  if (!body.ok) return refuse(c, body.error);
  const course = await readCourse(c.env.DB, actor.course);
  if (course === null) return refuse(c, NO_SUCH_COURSE);
  const { open, newCode, byRoster = course.joinByRoster } = body.value;
  const joinCode = newCode ? makeJoinCode() : course.joinCode;
  const now = new Date().toISOString();
  await c.env.DB.batch([
    setJoining(c.env.DB, { course: course.course, joinCode, open, byRoster }),
    insertAudit(c.env.DB, { actor, change: { kind: "joiningChanged", open, newCode, byRoster }, now }),
  ]);
  return c.json({ joinCode, open, byRoster } satisfies Joining);
});
