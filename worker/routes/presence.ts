import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import { Presence } from "../../shared/api/live.ts";
import { paths } from "../../shared/api/paths.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { liveOf } from "../live/live-of.ts";
import { tellClass } from "../live/tell-class.ts";
import { parseJson } from "./parse.ts";

/** Where students are now: told by their pages, read by the staff's. */
export const presence = new Hono<LabEnv>();

presence.post(paths.presence(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  const body = await parseJson(c, Presence);
  if (!body.ok) return refuse(c, body.error);
  tellClass(c, member, { kind: "here", ...body.value });
  return c.body(null, 204);
});

presence.get(paths.presence(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  return c.json(await liveOf(c.env, member.course).listHere());
});
