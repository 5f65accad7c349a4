import { Hono } from "hono";
import { PutShownName } from "../../shared/api/boards.ts";
import { paths } from "../../shared/api/paths.ts";
import { forgetRecentCourse } from "../boards/read-board.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { bumpBoards } from "../store/boards.ts";
import { readShownName, setShownName } from "../store/shown-names.ts";
import { parseJson } from "./parse.ts";

/** Whether classmates see one's name on boards; each member's own wish, which ends the moment it is taken back. */
export const shownName = new Hono<LabEnv>();

shownName.get(paths.shownName(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  return member === null ? refuse(c, NO_SUCH_COURSE) : c.json(await readShownName(c.env.DB, member));
});

shownName.put(paths.shownName(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  const body = await parseJson(c, PutShownName);
  if (!body.ok) return refuse(c, body.error);
  await c.env.DB.batch([
    setShownName(c.env.DB, member, body.value.shown),
    bumpBoards(c.env.DB, member.course),
  ]);
  forgetRecentCourse(member.course);
  return c.json(await readShownName(c.env.DB, member));
});
