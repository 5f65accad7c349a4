import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import type { ExportScope } from "../../shared/api/export.ts";
import { paths } from "../../shared/api/paths.ts";
import { readMember } from "../courses/session.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { parseCursor, readExport, tableNamed } from "../privacy/read-export.ts";
import type { Member } from "../store/members.ts";

/** All that a course holds, a page at a time: for its instructors of everyone, for each member of oneself. */
export const courseFiles = new Hono<LabEnv>();

courseFiles.get(paths.mine(":course", ":table"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  return answerPage(c, { scope: "mine", member, table: c.req.param("table") });
});

courseFiles.get(paths.courseExport(":course", ":table"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "exportCourse")) return refuse(c, NO_SUCH_COURSE);
  return answerPage(c, { scope: "course", member, table: c.req.param("table") });
});

async function answerPage(
  c: LabContext,
  { scope, member, table }: { scope: ExportScope; member: Member; table: string },
) {
  const name = tableNamed(scope, table);
  if (name === null) return refuse(c, NO_SUCH_TABLE);
  const text = c.req.query("after");
  const after = text === undefined ? null : parseCursor(name, text);
  if (text !== undefined && after === null) return refuse(c, NO_CURSOR);
  const page = await readExport(c.env, { name, scope, member, after });
  return c.json(page, 200, { "Cache-Control": "private, no-store" });
}

const NO_SUCH_TABLE: ApiError = {
  reason: "notFound",
  message: "There is no such table in these files; load the page again.",
};
const NO_CURSOR: ApiError = {
  reason: "invalid",
  message: "expected after to be the next of an answer of the same table",
  field: "after",
};
