import { Hono } from "hono";
import * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import { paths } from "../../shared/api/paths.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { listAudit } from "../store/audit-log.ts";

/** Who changed what in a course. */
export const audit = new Hono<LabEnv>();

const Before = z.nullable(z.coerce.number().check(z.int(), z.positive()));

audit.get(paths.audit(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeAudit")) return refuse(c, NO_SUCH_COURSE);
  const before = Before.safeParse(c.req.query("before") ?? null);
  if (!before.success) {
    return refuse(c, {
      reason: "invalid",
      message: "expected before to be the next of an answer, a whole number above 0",
      field: "before",
    });
  }
  return c.json(await listAudit(c.env.DB, member.course, before.data));
});
